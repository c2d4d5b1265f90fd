import { defineField } from './define.ts'

export const FLOOR_FIELDS = [
  defineField({
    id: 'floor-area',
    zh: '总建筑面积',
    en: 'floor area',
    unit: 'm²',
    kind: 'stock',
    aliases: '建筑面积|建筑总面积|计容建筑面积|total floor area|gross floor area|GFA',
    caveat: {
      zh: '容积率按计容面积：层高超过 8 米的，按两倍计。',
      en: 'A plot ratio counts a storey above 8 m twice.',
    },
  }),
  defineField({
    id: 'building-footprint',
    zh: '建筑物、构筑物及堆场占地面积',
    en: 'area covered by buildings, structures and yards',
    unit: 'm²',
    kind: 'stock',
    aliases:
      '建筑物构筑物堆场占地面积|建(构)筑物及堆场占地面积|建筑物、构筑物、堆场占地面积|建构筑物占地面积|building coverage area|building footprint',
    caveat: {
      zh: '含构筑物和露天堆场，与建筑密度的基底面积不同。',
      en: 'With structures and open yards, unlike the footprint that building density uses.',
    },
  }),
  defineField({
    id: 'building-base-area',
    zh: '建筑基底面积',
    en: 'building base area',
    unit: 'm²',
    kind: 'stock',
    aliases: '建筑基底总面积|建筑物基底面积|建筑物基底总面积|base area of buildings',
    caveat: {
      zh: '只计建筑物首层外墙围合的面积，不含构筑物和露天堆场。',
      en: 'What buildings stand on, without structures and open yards.',
    },
  }),
  defineField({
    id: 'industrial-floor-area',
    zh: '工矿仓储用地上的总建筑面积',
    en: 'floor area on industrial, mining and storage land',
    unit: 'm²',
    kind: 'stock',
    aliases:
      '工矿仓储用地总建筑面积|工矿仓储用地建筑面积|工矿仓储用地上的建筑面积|工业用地总建筑面积|工业用地建筑面积|industrial floor area',
  }),
  defineField({
    id: 'standard-factory-area',
    zh: '标准厂房建筑面积',
    en: 'standard-factory floor area',
    unit: 'm²',
    kind: 'stock',
    aliases: '标准厂房面积|标准化厂房面积|标准厂房|standard factory area',
  }),
  defineField({
    id: 'specialised-building-area',
    zh: '专业楼宇建筑面积',
    en: 'specialised-building floor area',
    unit: 'm²',
    kind: 'stock',
    aliases: '专业楼宇面积|专业楼宇|specialised building area|specialized building area',
  }),
]
