import { defineField } from './define.ts'

export const LAND_FIELDS = [
  defineField({
    id: 'zone-area',
    zh: '规划面积',
    en: 'zone area',
    unit: 'km²',
    kind: 'stock',
    aliases:
      '功能区面积|产业功能区面积|园区面积|园区规划面积|规划总面积|规划用地面积|总规划面积|总面积|planned area|total area|total zone area|planned zone area',
    caveat: {
      zh: '规划范围，不是供应的工业用地，也不是起步区。',
      en: 'The planned extent: neither the supplied industrial land nor the starter zone.',
    },
  }),
  defineField({
    id: 'starter-zone-area',
    zh: '起步区面积',
    en: 'starter-zone area',
    unit: 'km²',
    kind: 'stock',
    aliases: '起步区规划面积|起步区用地面积|starter area',
  }),
  defineField({
    id: 'starter-zone-built-area',
    zh: '起步区建成面积',
    en: 'starter-zone built area',
    unit: 'km²',
    kind: 'stock',
    aliases: '起步区已建成面积|起步区建成区面积|built area of the starter zone',
  }),
  defineField({
    id: 'supplied-land',
    zh: '供应工业用地面积',
    en: 'supplied industrial land',
    unit: '亩',
    kind: 'stock',
    aliases:
      '供给工业用地|供应工业用地|已供工业用地|已供应工业用地|已供应土地|已供土地|已供地|供给工业用地面积|工业用地面积|工业用地|供地面积|供应土地面积|供给土地面积|已供应土地面积|已供应工业用地面积|已供工业用地面积|已供地面积|已供土地面积|供给面积|供应面积|土地供应面积|工业用地供应面积|项目用地面积|用地面积|industrial land|industrial land area|supplied land|land supplied|supplied industrial land area',
    caveat: {
      zh: '已供应的工业用地，不是规划面积，也不是起步区面积。',
      en: 'Industrial land supplied: neither the zone’s planned area nor its starter zone.',
    },
  }),
  defineField({
    id: 'ready-land',
    zh: '已达到供地条件的土地面积',
    en: 'land ready for supply',
    unit: '亩',
    kind: 'stock',
    aliases: '达到供地条件土地面积|已达供地条件土地面积|可供应土地面积|可供土地面积|land ready',
  }),
  defineField({
    id: 'built-land',
    zh: '已建成城镇建设用地面积',
    en: 'built land',
    unit: '亩',
    kind: 'stock',
    aliases: '已建成用地面积|已建成面积|建成用地面积|已建成土地面积|built-up land|built area',
  }),
  defineField({
    id: 'industrial-storage-land',
    zh: '工矿仓储用地面积',
    en: 'industrial, mining and storage land',
    unit: '亩',
    kind: 'stock',
    aliases:
      '工矿仓储用地|已建成工矿仓储用地面积|已建成工矿仓储用地|工矿仓储用地总面积|industrial and storage land',
    caveat: {
      zh: '已建成的工矿仓储用地，不是供应的工业用地。',
      en: 'Industrial, mining and storage land that is built, not the industrial land supplied.',
    },
  }),
  defineField({
    id: 'idle-land',
    zh: '闲置土地面积',
    en: 'idle land',
    unit: '亩',
    kind: 'stock',
    aliases: '闲置用地面积|闲置土地|土地闲置面积|闲置面积|idle land area',
  }),
  defineField({
    id: 'office-land',
    zh: '行政办公及生活服务设施用地面积',
    en: 'land for offices and living services',
    unit: '亩',
    kind: 'stock',
    aliases:
      '行政办公及生活服务设施用地|行政办公及生活服务设施占地面积|行政办公和生活服务设施用地面积|行政办公用地面积|office land',
  }),
]
