import { type Html, html } from './html.ts'

/** What is wrong with a value, in the language of the page. */
type Wrong = string | undefined

type Field = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly wrong?: Wrong
  readonly isRequired?: boolean
}

type TextField = Field & { readonly value?: string; readonly maxLength: number; readonly isLong?: boolean }

type Choice = { readonly value: string; readonly label: string }

type ChoiceField = Field & { readonly value?: string | undefined; readonly choices: readonly Choice[] }

/** A line or a box of text. What is wrong is told beside it and by `aria-describedby`. */
export function textField({ name, label, hint, wrong, isRequired, value = '', maxLength, isLong }: TextField): Html {
  const about = describedBy(name, hint, wrong)
  const required = isRequired && html` required`
  const field = isLong
    ? html`<textarea id="${name}" name="${name}" maxlength="${maxLength}" rows="4"${about}${required}>${`\n${value}`}</textarea>`
    : html`<input type="text" id="${name}" name="${name}" maxlength="${maxLength}" value="${value}"${about}${required}>`
  return html`<div class="field"><label for="${name}">${label}</label>${hints(name, hint, wrong)}${field}</div>`
}

/** A choice among many, folded together. The first line is empty. */
export function selectField({ name, label, hint, wrong, isRequired, value, choices }: ChoiceField): Html {
  const options = choices.map(
    (choice) => html`<option value="${choice.value}"${choice.value === value && html` selected`}>${choice.label}</option>`,
  )
  return html`<div class="field"><label for="${name}">${label}</label>${hints(name, hint, wrong)}<select id="${name}" name="${name}"${describedBy(name, hint, wrong)}${isRequired && html` required`}><option value=""></option>${options}</select></div>`
}

/** A choice among few: one group of radio buttons with its question as legend. */
export function choiceField({ name, label, hint, wrong, isRequired, value, choices }: ChoiceField): Html {
  const options = choices.map(
    (choice) =>
      html`<label class="choice"><input type="radio" name="${name}" value="${choice.value}"${choice.value === value && html` checked`}${isRequired && html` required`}>${choice.label}</label>`,
  )
  return html`<fieldset${describedBy(name, hint, wrong)}><legend>${label}</legend><div>${hints(name, hint, wrong)}${options}</div></fieldset>`
}

/** One box to tick; its value is `ya`. */
export function tickField({ name, label, value }: Pick<TextField, 'name' | 'label' | 'value'>): Html {
  return html`<label class="choice"><input type="checkbox" name="${name}" value="ya"${value === 'ya' && html` checked`}>${label}</label>`
}

export function hiddenField(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`
}

function hints(name: string, hint: string | undefined, wrong: Wrong): Html {
  return html`${hint && html`<small id="${name}-hint">${hint}</small>`}${wrong && html`<span class="wrong" id="${name}-wrong">⚠ ${wrong}</span>`}`
}

function describedBy(name: string, hint: string | undefined, wrong: Wrong): Html | false {
  const ids = [hint && `${name}-hint`, wrong && `${name}-wrong`].filter(Boolean).join(' ')
  return ids !== '' && html` aria-describedby="${ids}"`
}
