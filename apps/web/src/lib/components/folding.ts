import type { Attachment } from 'svelte/attachments'

/** Folds a menu when the reader goes elsewhere: by a click, by the keyboard, or by Escape. */
export const folding: Attachment<HTMLDetailsElement> = (details) => {
  const leave = ({ target }: Event) => {
    if (details.open && target instanceof Node && !details.contains(target)) details.open = false
  }
  const escape = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || !details.open) return
    details.open = false
    details.querySelector('summary')?.focus()
  }
  document.addEventListener('focusin', leave)
  document.addEventListener('click', leave)
  document.addEventListener('keydown', escape)
  return () => {
    document.removeEventListener('focusin', leave)
    document.removeEventListener('click', leave)
    document.removeEventListener('keydown', escape)
  }
}
