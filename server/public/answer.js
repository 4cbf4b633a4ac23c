// Keeps an answer on this device while there is no line, and sends it once. Without this script the form is sent by the browser itself.
;(() => {
  const form = document.querySelector('form[data-answer]')
  const told = document.getElementById('kabar')
  if (!form || !told || !window.fetch) return
  const key = `tera-answer ${form.getAttribute('action')}`
  const words = form.dataset
  let isSending = false
  let pause = 3000

  const kept = () => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
  const keep = (body) => {
    try {
      if (body === null) localStorage.removeItem(key)
      else localStorage.setItem(key, body)
    } catch {
      // A browser that keeps nothing still sends.
    }
  }
  const tell = (text) => {
    told.hidden = false
    told.textContent = text
  }

  async function send(body) {
    if (isSending) return
    isSending = true
    tell(words.sending)
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        signal: AbortSignal.timeout(30_000),
      })
      if (answer.ok) {
        keep(null)
        location.replace(answer.url)
        return
      }
      if (answer.status !== 429 && answer.status < 500) {
        // Something has to be mended: the page of the server says what.
        keep(null)
        form.submit()
        return
      }
      throw new Error(String(answer.status))
    } catch {
      isSending = false
      tell(words.kept)
      setTimeout(() => send(body), pause)
      pause = Math.min(pause * 2, 60_000)
    }
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const body = new URLSearchParams(new FormData(form)).toString()
    keep(body)
    send(body)
  })
  addEventListener('online', () => {
    const body = kept()
    if (body !== null) send(body)
  })
  const waiting = kept()
  if (waiting !== null) send(waiting)
})()
