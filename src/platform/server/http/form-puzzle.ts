import { createHash } from 'node:crypto'
import { Html, html } from './html.ts'

/**
 * Proof of work on a public form: a number that together with the form's ticket hashes to so many leading zero bits,
 * found by 2^bits tries on average while somebody writes; who sends thousands of forms pays for each. The ticket signs
 * the challenge, ends it and lets it be used once.
 */
const bits = 16

/** Whether the number solves the ticket's puzzle. */
export const isSolved = (ticket: string, work: string): boolean =>
  /^\d{1,10}$/.test(work) &&
  createHash('sha256').update(`${ticket}:${work}`).digest().readUInt32BE(0) >>> (32 - bits) === 0

/**
 * Solves the puzzle of the form that carries one, a few milliseconds at a time; a form that is sent sooner waits for
 * it. SHA-256 (FIPS 180-4) is written out because browsers keep their own from pages without https. All that it needs
 * stands in the form; without it the form goes off without a number.
 */
const script = `(function(){
var form=document.querySelector('form[data-work]');if(!form)return
var field=form.elements.work,bits=+form.getAttribute('data-work');if(field.value)return
var k=[],h0=[],n=2,i,j,p
while(k.length<64){for(p=1,j=2;j*j<=n;j++)if(n%j===0){p=0;break}
if(p){if(h0.length<8)h0.push(Math.pow(n,1/2)*4294967296|0);k.push(Math.pow(n,1/3)*4294967296|0)}n++}
function block(h,text,from){var w=[],s=h.slice(),t,a,b
for(i=0;i<64;i++){if(i<16){j=from+4*i;w[i]=text.charCodeAt(j)<<24|text.charCodeAt(j+1)<<16|text.charCodeAt(j+2)<<8|text.charCodeAt(j+3)}
else{a=w[i-15];b=w[i-2];w[i]=w[i-16]+w[i-7]+((a>>>7|a<<25)^(a>>>18|a<<14)^a>>>3)+((b>>>17|b<<15)^(b>>>19|b<<13)^b>>>10)|0}
a=s[4];t=s[7]+((a>>>6|a<<26)^(a>>>11|a<<21)^(a>>>25|a<<7))+(a&s[5]^~a&s[6])+k[i]+w[i]|0
b=s[0];a=t+((b>>>2|b<<30)^(b>>>13|b<<19)^(b>>>22|b<<10))+(b&s[1]^b&s[2]^s[1]&s[2])|0
s=[a,b,s[1],s[2],s[3]+t|0,s[4],s[5],s[6]]}
for(i=0;i<8;i++)s[i]=s[i]+h[i]|0
return s}
var text=form.elements.ticket.value+':',whole=text.length>>6<<6,first=h0
for(i=0;i<whole;i+=64){p=i;first=block(first,text,i);i=p}
text=text.slice(whole)
function word(number){var all=text+number,length=whole+all.length,h=first,from=0
all+='\\x80';while(all.length%64!==56)all+='\\0'
length*=8;all+='\\0\\0\\0\\0'+String.fromCharCode(length>>>24&255,length>>>16&255,length>>>8&255,length&255)
for(;from<all.length;from+=64)h=block(h,all,from)
return h[0]}
var number=0,waiting
function search(){var until=Date.now()+12
do{if(word(number)>>>32-bits===0){field.value=number;if(waiting)form.submit();return}number++}while(Date.now()<until)
setTimeout(search,4)}
form.addEventListener('submit',function(event){if(field.value)return
event.preventDefault();waiting=1
var button=form.querySelector('button[type=submit]');button.disabled=true;button.textContent='正在提交，请稍等…'})
search()
})()`

export const puzzleScriptHash = createHash('sha256').update(script).digest('base64')

/** Goes into the form's tag. */
export const puzzleAttribute = html`data-work="${String(bits)}"`

/** Goes into the form, behind its ticket; `work` is what was found before. */
export const puzzleField = (work: string): Html => html`<input type="hidden" name="work" value="${work}">`

/** Goes behind the form. */
export const puzzleScript: Html = html`<script>${new Html(script)}</script>`
