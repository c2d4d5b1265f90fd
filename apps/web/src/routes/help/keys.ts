import type { Locale } from '#lib/i18n/index.ts'

export interface Key {
  readonly where: string
  readonly keys: string
  readonly does: string
}

const key = (where: string, keys: string, does: string): Key => ({ where, keys, does })

/** What the keyboard does, page by page. */
export const KEYS: Record<Locale, readonly Key[]> = {
  zh: [
    key('所有页面', 'Tab、Shift+Tab', '下一个、上一个链接或控件；第一个是“跳到正文”'),
    key('图', '← → ↑ ↓', '逐点读图，读屏软件会念出来'),
    key('图', 'Home、End', '第一个点、最后一个点'),
    key('图', 'PageUp、PageDown', '一次走十分之一'),
    key('图', 'Enter', '选中这个点（能选时）'),
    key('图例', '空格', '隐藏或显示一组'),
    key('权重滑块', '← →', '减、加一步'),
    key('预览表格', '方向键；Enter 或双击；Esc', '移动；改写单元格；取消'),
    key('会滚动的表格', 'Tab 到表格，再按方向键', '上下左右滚动'),
  ],
  en: [
    key('Every page', 'Tab, Shift+Tab', 'Next or previous link or control; the first skips ahead'),
    key('Charts', '← → ↑ ↓', 'Read the chart point by point, aloud with a screen reader'),
    key('Charts', 'Home, End', 'First point, last point'),
    key('Charts', 'PageUp, PageDown', 'A tenth of the points at once'),
    key('Charts', 'Enter', 'Choose the point, where points can be chosen'),
    key('Legends', 'Space', 'Hide or show a group'),
    key('Sliders of weights', '← →', 'One step less or more'),
    key('Preview table', 'Arrows; Enter or double click; Esc', 'Move; write over a cell; cancel'),
    key('Tables that scroll', 'Tab to the table, then arrow keys', 'Scroll'),
  ],
}
