import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { anchorFor } from './guide.ts'
import { parseGuide, picturesOf } from './parse.ts'

const MARKDOWN = `# 指南

[English](guide.en.md) · [回到首页](../README.md)

先看**这里**，再看 [接口](http://127.0.0.1:4310/api/docs) 和 [说明](../README.md)。

## 1. 排名

<!-- #rank /rank /frontier -->

![排名](screenshots/rank.png)

1. 第一步
2. 用 \`a < b\`

### 稳健性

<!-- #robustness /rank/robustness -->

| 键 | 作用 |
| -- | ---- |
| ← | 上一个 |

## 2. 其他
`

const guide = parseGuide(MARKDOWN)

test('headings, paragraphs, pictures, lists and tables; the title and the signposts are left out', () => {
  expect(guide.blocks.map(({ kind }) => kind)).toEqual([
    'paragraph',
    'heading',
    'picture',
    'list',
    'heading',
    'table',
    'heading',
  ])
  expect(picturesOf(guide)).toEqual(['screenshots/rank.png'])
})

test('links stay inside the product, and files beside the guide are words', () => {
  expect(guide.blocks[0]).toMatchObject({
    inside: [
      { kind: 'text', text: '先看' },
      { kind: 'strong' },
      { kind: 'text', text: '，再看 ' },
      { kind: 'link', href: '/api/docs' },
      { kind: 'text', text: ' 和 ' },
      { kind: 'text', text: '说明' },
      { kind: 'text', text: '。' },
    ],
  })
})

test('signs that mean something in HTML are text', () => {
  expect(JSON.stringify(guide.blocks[3])).toContain('"a < b"')
})

test.each([
  ['/rank', 'rank'],
  ['/rank/methods', 'rank'],
  ['/rank/robustness', 'robustness'],
  ['/frontier', 'frontier'],
  ['/ranking', null],
  ['/', null],
])('the help for %s', (path, id) => {
  expect(anchorFor(guide, path)).toBe(id === 'frontier' ? 'rank' : id)
})

const read = (locale: string) =>
  parseGuide(
    readFileSync(new URL(`../../../../../docs/guide.${locale}.md`, import.meta.url), 'utf8'),
  )

test('both languages have the same anchors for the same pages', () => {
  const [zh, en] = [read('zh'), read('en')]
  expect(zh.pages).toEqual(en.pages)
  expect(zh.pages.length).toBeGreaterThan(5)
})
