import { createHash } from 'node:crypto'

/**
 * The style of every public page. It stands inside of the page, so that a weak line is asked once: keep it under 4 kB. Colours have a contrast of
 * at least 4.5 : 1 in both schemes; whatever is chosen or wrong is also told by words or marks.
 */
export const style = `
:root{color-scheme:light dark;--ink:#1a2027;--soft:#4a5561;--paper:#fff;--ground:#f2f4f6;--line:#b6bec7;--main:#0b5394;--on:#fff;--bad:#a4161a;--good:#176338}
@media (prefers-color-scheme:dark){:root{--ink:#e8ebee;--soft:#b3bcc5;--paper:#1c2127;--ground:#12161a;--line:#56616d;--main:#8cc2f2;--on:#0c1a27;--bad:#ff9d96;--good:#83d6a2}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.5 system-ui,sans-serif}
a{color:var(--main)}
.skip{position:absolute;left:-99em}
.skip:focus{position:static}
header,main,footer{max-width:42rem;margin:0 auto;padding:.75rem 1rem}
.wide header,.wide main,.wide footer{max-width:64rem}
header{display:flex;justify-content:space-between;gap:1rem;flex-wrap:wrap}
header strong{font-size:1.0625rem}
main{background:var(--paper);border:1px solid var(--line);border-radius:.5rem;padding:1rem}
footer{color:var(--soft);font-size:.9375rem}
h1{font-size:1.375rem;line-height:1.25;margin:0 0 .5rem}
h2{font-size:1.125rem;margin:1.5rem 0 .25rem}
:focus-visible{outline:3px solid var(--main);outline-offset:2px}
.soft{color:var(--soft)}
.note,.good,.bad{border-left:.3rem solid var(--main);padding:.5rem .75rem;margin:1rem 0;background:var(--ground)}
.good{border-color:var(--good)}
.bad{border-color:var(--bad)}
fieldset{border:0;border-top:1px solid var(--line);margin:1rem 0 0;padding:.75rem 0 0;min-width:0}
legend{font-weight:600;padding:0;float:left;width:100%;margin-bottom:.5rem}
legend+*{clear:both}
.choice{display:flex;align-items:center;gap:.75rem;min-height:2.75rem;padding:.25rem .75rem;border:1px solid var(--line);border-radius:.375rem;margin:.375rem 0;cursor:pointer}
.choice:has(:checked){border-color:var(--main);box-shadow:inset 0 0 0 1px var(--main);font-weight:600}
.choice input{width:1.25rem;height:1.25rem;flex:none;margin:0;accent-color:var(--main)}
.field{margin:1rem 0}
.field>label{display:block;font-weight:600}
.field small,.wrong{display:block;color:var(--soft);font-size:.9375rem}
.wrong{color:var(--bad);font-weight:600}
input[type=text],input[type=url],input[type=tel],input[type=email],select,textarea{width:100%;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);border-radius:.375rem;padding:.5rem .625rem;min-height:2.75rem}
textarea{min-height:6rem}
button,.button{display:inline-block;font:inherit;font-weight:600;color:var(--on);background:var(--main);border:1px solid var(--main);border-radius:.375rem;padding:.625rem 1.25rem;min-height:2.75rem;cursor:pointer;text-decoration:none}
.trap{position:absolute;left:-99em}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9375rem}
caption{text-align:left;color:var(--soft);padding:.25rem 0}
th,td{text-align:left;padding:.375rem .5rem;border-bottom:1px solid var(--line);vertical-align:top}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
dt{color:var(--soft)}
dd{margin:0 0 .5rem;overflow-wrap:anywhere}
@media print{header a,footer,.skip{display:none}main{border:0}}
`.replace(/\n/g, '')

/** What the policy of a page names the style by: no other style is taken. */
export const styleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`
