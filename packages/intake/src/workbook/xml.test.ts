import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attribute, decodeEscapes, decodeText, XmlScanner } from './xml.ts'

/** All events of a text that comes in the pieces given; runs of text are joined. */
function events(pieces: string[]): string[] {
  const found: string[] = []
  let text = ''
  const flush = () => {
    if (text !== '') found.push(`"${decodeText(text)}`)
    text = ''
  }
  const scanner = new XmlScanner({
    open(name, tag) {
      flush()
      found.push(`<${name} ${tag.trim()}`)
    },
    text(raw) {
      text += raw
    },
    close(name) {
      flush()
      found.push(`/${name}`)
    },
  })
  for (const piece of pieces) scanner.push(piece)
  scanner.end()
  flush()
  return found
}

const DOCUMENT =
  '<?xml version="1.0"?><!-- a > b --><x:a r="1 &gt; 2" s=\'>"\'><b/>t&amp;u &#x4e00;<![CDATA[<v>&]]></x:a\n>'

describe('the scanner', () => {
  it('finds tags, texts and ends', () => {
    expect(events([DOCUMENT])).toEqual([
      '<a r="1 &gt; 2" s=\'>"\'',
      '<b ',
      '/b',
      '"t&u 一<v>&',
      '/a',
    ])
  })

  it('finds the same wherever the text is cut', () => {
    const whole = events([DOCUMENT])
    for (let at = 0; at <= DOCUMENT.length; at++) {
      expect(events([DOCUMENT.slice(0, at), DOCUMENT.slice(at)])).toEqual(whole)
    }
    expect(events([...DOCUMENT])).toEqual(whole)
  })

  it('gives an end to any text: events or a refusal', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      ';',
      '!',
      '--',
      '[CDATA[',
      ']]>',
      'a',
      '=',
      ' ',
      '/',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const run = (parts: string[]) => {
          try {
            return events(parts)
          } catch {
            return 'refused'
          }
        }
        expect(run(pieces)).toEqual(run([pieces.join('')]))
      }),
      { numRuns: 2000, seed: 3 },
    )
  })
})

describe('attributes and texts', () => {
  it.each([
    [' r="A1" s="2"', 's', '2'],
    [" xr:r='B' r = 'A&amp;1' ", 'r', 'A&1'],
    [' name="x r=&quot;9&quot;" r="1"', 'r', '1'],
    [" name='x r=\"9\"' r='1'", 'r', '1'],
    [' s="2"', 'r', null],
    [' r=', 'r', null],
    ['', 'r', null],
  ])('%s: %s is %s', (tag, name, value) => {
    expect(attribute(tag, name)).toBe(value)
  })

  it('knows five names and numbers, and no other entity', () => {
    expect(decodeText('&lt;&#65;&#x4E00;&nbsp;&amp;lt; & &#x110000;')).toBe(
      '<A一&nbsp;&lt; & &#x110000;',
    )
    expect(decodeEscapes('a_x000A_b_x005F_x000A_')).toBe('a\nb_x000A_')
  })
})
