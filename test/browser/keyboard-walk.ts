import type { Page } from 'playwright-core'

type Stop = { readonly name: string; readonly isSeen: boolean; readonly isMarked: boolean; readonly isNew: boolean }

/** No page has as many places to stop; a walk that has not come around by then goes in circles. */
const mostStops = 400

/**
 * Walks a page with Tab from its beginning until the focus leaves it; answers one line for each place where the focus cannot be seen,
 * and for each thing to press that the focus never came to.
 */
export async function faultsOfWalk(page: Page, place: string): Promise<string[]> {
  const found: string[] = []
  await page.evaluate(beginning)
  for (let stops = 0; ; stops += 1) {
    if (stops === mostStops) return [...found, `${place} · the focus does not come around`]
    await page.keyboard.press('Tab')
    const stop = await page.evaluate<Stop | null>(here)
    if (stop === null || !stop.isNew) break
    if (!stop.isSeen) found.push(`${place} · focus out of sight: ${stop.name}`)
    if (!stop.isMarked) found.push(`${place} · nothing shows the focus: ${stop.name}`)
  }
  const missed = await page.evaluate<string[]>(unreached)
  return [...found, ...missed.map((name) => `${place} · never reached by Tab: ${name}`)]
}

const nameOf = `(element) => (element.getAttribute('aria-label') || element.textContent || element.outerHTML).trim().slice(0, 80)`

const beginning = `{
  for (const element of document.querySelectorAll('[data-stop]')) element.removeAttribute('data-stop')
  // The walk begins where the focus was last, even after it is lost: at the beginning of the page.
  const start = document.createElement('span')
  start.tabIndex = -1
  document.body.prepend(start)
  start.focus()
  start.remove()
  scrollTo(0, 0)
}`

const here = `(() => {
  const element = document.activeElement
  if (element === null || element === document.body) return null
  const isNew = !element.hasAttribute('data-stop')
  element.setAttribute('data-stop', '')
  // A field draws its focus around itself, and what lies on top of an invisible input is what people see.
  const signs = [element, element.parentElement, element.parentElement?.parentElement, element.closest('.MuiFormControl-root')]
  const isMarked = signs.some((sign) => {
    if (!sign) return false
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(sign)
    return (
      (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) ||
      sign.matches('.Mui-focused, .Mui-focusVisible') ||
      (sign === element && boxShadow !== 'none')
    )
  })
  const box = (element.closest('.MuiSwitch-root, .MuiCheckbox-root') ?? element).getBoundingClientRect()
  const isSeen = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth && box.width > 0 && box.height > 0
  return { name: (${nameOf})(element), isNew, isMarked, isSeen }
})()`

const unreached = `[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, [tabindex="0"]')]
  .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: false }) && !element.disabled)
  .filter((element) => element.tabIndex >= 0 && !element.hasAttribute('data-stop') && element.closest('[inert], [aria-hidden=true]') === null)
  // Of a group of radio buttons Tab stops at one.
  .filter((element) => !(element.type === 'radio' && document.querySelector('input[name="' + element.name + '"][data-stop]')))
  .map(${nameOf})`
