/**
 * Ten Polish special economic zones: area (ha), capital expenditure (bn PLN), jobs, business
 * permits, financial result (bn PLN). Published with weights and directions in
 * dabrze/topsis-improvement-actions (MIT).
 */
export const POLISH_ZONES: readonly (readonly [code: string, ...figures: number[]])[] = [
  ['KAM', 540.8285, 2.5573, 7530, 60, 0.5551],
  ['KOS', 2201.2549, 7.1334, 32400, 180, 22.9849],
  ['KRA', 949.6604, 4.2404, 29580, 189, 1.373],
  ['LEG', 1341.1473, 5.1318, 15294, 86, 7.6145],
  ['LOD', 1754.6376, 13.3187, 33401, 209, 7.4028],
  ['MIE', 1723.9743, 7.8381, 34992, 268, 4.956],
  ['POM', 2246.2929, 10.4816, 24893, 173, 1.4791],
  ['SLU', 910.1585, 1.5923, 3478, 79, 0.7615],
  ['STA', 707.9814, 1.7909, 6829, 56, 0.701],
  ['TAR', 1868.2066, 7.4707, 20740, 195, 18.2204],
]

export const POLISH_WEIGHTS = [6.06, 26.95, 20.02, 16.53, 30.44]

export const POLISH_DIRECTIONS = ['less', 'less', 'more', 'more', 'more'] as const
