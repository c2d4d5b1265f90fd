import { describe, expect, test } from 'vitest'
import {
  ahpWeights,
  criticWeights,
  deviationWeights,
  entropyWeights,
  merecWeights,
  pcaWeights,
  treeWeights,
  type Weighable,
} from '../index.ts'
import { expectClose, held } from '../testing/close.ts'
import { numbersOf, readTable } from '../testing/reference/read.ts'

function weighable(rows: readonly (readonly number[])[], signs?: readonly (1 | -1)[]): Weighable {
  const columns = (rows[0] ?? []).map((_, j) => Float64Array.from(rows, (row) => row[j] ?? NaN))
  return { columns, signs: signs ?? columns.map(() => 1 as const) }
}

test('entropy weights of Elsayed et al., 2017', () => {
  const from = weighable([
    [7, 312, 1891, 6613, 163],
    [72, 88, 728, 941804, 1078],
    [10, 252, 2594, 3466, 117471],
    [10, 145, 980, 2371, 86329],
    [65, 54, 350, 501, 29897],
    [29, 48, 380, 912, 34051],
    [7, 476, 3300, 78470, 2212],
    [70, 87, 650, 733, 819000],
    [4, 86, 591, 3015, 103],
    [12, 79, 579, 3240, 96098],
    [21, 45, 261, 1253, 453],
    [1, 72, 530, 4333, 0.1048],
  ])
  const { weights, input } = held(entropyWeights(from))
  expectClose(weights, [0.104991, 0.069124, 0.071373, 0.449937, 0.304575], 1e-6)
  expect(input).toBe('raw')
})

test('CRITIC weights of Diakoulaki et al., 1995', () => {
  const from = weighable([
    [61, 1.08, 4.33],
    [20.7, 0.26, 4.34],
    [16.3, 1.98, 2.53],
    [9, 3.29, 1.65],
    [5.4, 2.77, 2.33],
    [4, 4.12, 1.21],
    [-6.1, 3.52, 2.1],
    [-34.6, 3.31, 0.98],
  ])
  expectClose(held(criticWeights(from)).weights, [0.20222554, 0.48090173, 0.31687273], 1e-7)
})

test('deviation weights of Jahan & Edwards, 2013', () => {
  const from = weighable([
    [0, 0, 0],
    [0.39, 0.3, 0.77],
    [0.17, 0.36, 0.8],
    [0.35, 0.29, 0.93],
    [0.3, 0.4, 0.94],
    [0.84, 0.71, 1],
    [1, 1, 0.99],
  ])
  expectClose(held(deviationWeights(from)).weights, [0.35, 0.31, 0.34], 5e-3)
})

test('MEREC weights of Keshavarz-Ghorabaee et al., 2021', () => {
  const from = weighable(
    [
      [450, 8000, 54, 145],
      [10, 9100, 2, 160],
      [100, 8200, 31, 153],
      [220, 9300, 1, 162],
      [5, 8400, 23, 158],
    ],
    [1, 1, -1, -1],
  )
  expectClose(held(merecWeights(from)).weights, [0.5752, 0.0141, 0.4016, 0.0091], 6e-5)
})

describe('analytic hierarchy process', () => {
  // Wang & Chin, 2011.
  const judgements = [
    [1, 4, 3, 1, 3, 4],
    [1 / 4, 1, 7, 3, 1 / 5, 1],
    [1 / 3, 1 / 7, 1, 1 / 5, 1 / 5, 1 / 6],
    [1, 1 / 3, 5, 1, 1, 1 / 3],
    [1 / 3, 5, 5, 1, 1, 3],
    [1 / 4, 1, 6, 3, 1 / 3, 1],
  ]

  test('weights and the warning of Wang & Chin, 2011', () => {
    const ahp = held(ahpWeights(judgements))
    expectClose(ahp.weights, [0.3208, 0.1395, 0.0348, 0.1285, 0.2374, 0.1391], 6e-5)
    expect(ahp.lambda).toBeCloseTo(7.41987, 5)
    expect(ahp.index).toBeCloseTo(0.28397, 5)
    expect(ahp.ratio).toBeCloseTo(0.22901, 5)
    expect(ahp.consistent).toBe(false)
  })

  test('reciprocals printed in two decimals stand for themselves', () => {
    const printed = judgements.map((row) => row.map((x) => Math.round(100 * x) / 100))
    expectClose(held(ahpWeights(printed)).weights, held(ahpWeights(judgements)).weights, 1e-12)
  })

  test('judgements that agree give back their weights', () => {
    const weights = [0.5, 0.3, 0.2]
    const ahp = held(ahpWeights(weights.map((a) => weights.map((b) => a / b))))
    expectClose(ahp.weights, weights, 1e-12)
    expect(ahp.ratio).toBeCloseTo(0, 12)
    expect(ahp.consistent).toBe(true)
    expect(
      held(
        ahpWeights([
          [1, 3],
          [1 / 3, 1],
        ]),
      ).ratio,
    ).toBe(0)
  })

  test.each([
    [[[1, 2]], { error: 'not-square' }],
    [
      [
        [1, null],
        [null, 1],
      ],
      { error: 'judgement-missing', row: 0, column: 1 },
    ],
    [
      [
        [1, 2],
        [2, 1],
      ],
      { error: 'not-reciprocal', row: 0, column: 1 },
    ],
    [
      [
        [2, 1],
        [1, 1],
      ],
      { error: 'not-reciprocal', row: 0, column: 0 },
    ],
    [
      [
        [1, -2],
        [-0.5, 1],
      ],
      { error: 'judgement-missing', row: 0, column: 1 },
    ],
    [Array(16).fill(Array(16).fill(1)), { error: 'too-large' }],
  ])('%j is refused', (matrix, fault) => {
    expect(ahpWeights(matrix as number[][])).toEqual(fault)
  })
})

describe('principal components of USArrests', () => {
  const rows = readTable('arrests')
  const columns = ['Murder', 'Assault', 'UrbanPop', 'Rape'].map((name) => numbersOf(rows, name))
  const pca = held(pcaWeights({ columns, signs: [1, 1, 1, 1] }))

  test('loadings, deviations and shares of R’s prcomp', () => {
    // prcomp(USArrests, scale. = TRUE); the signs of components are arbitrary.
    const expected = [
      [0.535899474938155, 0.583183634909671, 0.278190874619433, 0.543432091445683],
      [0.418180865420955, 0.187985604231939, -0.872806193060425, -0.167318635401746],
      [-0.341232727952828, -0.268148427832886, -0.378015793087, 0.817777907626165],
      [0.649227804341944, -0.743407479936709, 0.133877730824248, 0.0890243227036246],
    ]
    expected.forEach((loadings, c) => {
      const own = pca.loadings[c] ?? new Float64Array()
      const sign = Math.sign(own[0]! * loadings[0]!)
      expectClose(
        own,
        loadings.map((x) => sign * x),
        1e-6,
      )
    })
    expectClose(
      pca.variances.map(Math.sqrt),
      [1.57487827439123, 0.994869414817764, 0.597129115502527, 0.41644938195396],
      1e-6,
    )
    expectClose(
      pca.shares,
      [0.620060394787374, 0.24744128813496, 0.0891407951452075, 0.0433575219324588],
      1e-6,
    )
    expect(pca.kaiser).toBe(1)
  })

  test('the weights follow the first component', () => {
    const sum = 0.535899474938155 + 0.583183634909671 + 0.278190874619433 + 0.543432091445683
    expectClose(
      pca.weights,
      [0.535899474938155, 0.583183634909671, 0.278190874619433, 0.543432091445683].map(
        (x) => x / sum,
      ),
      1e-9,
    )
    expect(pca.negative).toEqual([])
  })

  test('a criterion that goes against the rest is named', () => {
    const turned = held(pcaWeights({ columns, signs: [1, 1, -1, 1] }))
    expect(turned.negative).toEqual([2])
    expectClose(turned.weights, pca.weights, 1e-9)
  })
})

describe('weights from data that do not allow them', () => {
  const flat = weighable([
    [1, 5],
    [2, 5],
    [4, 5],
  ])

  test.each([entropyWeights, criticWeights, deviationWeights])(
    '%o: a constant weighs nothing',
    (weigh) => {
      const { weights, flat: named } = held(weigh(flat))
      expect(named).toEqual([1])
      expect(weights[1]).toBe(0)
    },
  )

  test('CRITIC: a constant counts for no other', () => {
    const rows = [
      [1, 7, 2],
      [3, 5, 9],
      [4, 6, 1],
    ]
    const own = held(criticWeights(weighable(rows))).weights
    const more = held(criticWeights(weighable(rows.map((row) => [...row, 8])))).weights
    expectClose(more, [...own, 0], 1e-12)
  })

  test('all constant, or one unit: equal weights, and it is said', () => {
    const all = held(
      entropyWeights(
        weighable([
          [1, 5],
          [1, 5],
        ]),
      ),
    )
    expect([[...all.weights], all.equal]).toEqual([[0.5, 0.5], true])
    expect(held(deviationWeights(weighable([[3, 5]]))).equal).toBe(true)
  })

  test('a cost is weighed on min–max, not raw', () => {
    expect(
      held(
        entropyWeights(
          weighable(
            [
              [1, 5],
              [2, 7],
            ],
            [1, -1],
          ),
        ),
      ).input,
    ).toBe('min-max')
    expect(
      held(
        entropyWeights(
          weighable([
            [-1, 5],
            [2, 7],
          ]),
        ),
      ).input,
    ).toBe('min-max')
  })

  test('refusals name the criterion', () => {
    const gap = weighable([
      [1, NaN],
      [2, 3],
    ])
    expect(criticWeights(gap)).toEqual({ error: 'missing-values', criterion: 1 })
    expect(
      entropyWeights(
        weighable([
          [1, -1],
          [2, 3],
        ]),
        'raw',
      ),
    ).toEqual({ error: 'negative-values', criterion: 1 })
    expect(
      merecWeights(
        weighable([
          [1, 0],
          [2, 3],
        ]),
      ),
    ).toEqual({ error: 'not-positive', criterion: 1 })
    expect(pcaWeights(flat)).toEqual({ error: 'no-variance', criterion: 1 })
    expect(
      pcaWeights(
        weighable([
          [1, 2],
          [2, 3],
        ]),
      ),
    ).toEqual({ error: 'too-few-units' })
    expect(deviationWeights({ columns: [], signs: [] })).toEqual({ error: 'no-criteria' })
  })
})

describe('a tree of weights', () => {
  const tree = [
    {
      id: 'a',
      weight: 0.7,
      of: [
        { id: 'a1', weight: 0.25 },
        { id: 'a2', weight: 0.75 },
      ],
    },
    { id: 'b', weight: 0.3 },
  ]

  test('multiplies shares from the top down', () => {
    const { leaves, weights, sums } = held(treeWeights(tree))
    expect(leaves).toEqual(['a1', 'a2', 'b'])
    expectClose(weights, [0.175, 0.525, 0.3], 1e-12)
    expect(sums).toEqual([
      { node: null, sum: 1, normalised: false },
      { node: 'a', sum: 1, normalised: false },
    ])
  })

  test('says where weights had to be normalised, as with 0.84 and 1.26', () => {
    const { weights, sums } = held(
      treeWeights([
        { id: 'a', weight: 0.42 },
        {
          id: 'b',
          weight: 0.42,
          of: [
            { id: 'b1', weight: 0.63 },
            { id: 'b2', weight: 0.63 },
          ],
        },
      ]),
    )
    expectClose(weights, [0.5, 0.25, 0.25], 1e-12)
    expect(sums.map(({ normalised }) => normalised)).toEqual([true, true])
    expect(
      held(
        treeWeights([
          { id: 'a', weight: 60 },
          { id: 'b', weight: 40 },
        ]),
      ).sums[0]?.normalised,
    ).toBe(false)
  })

  test('a node that cannot be weighed is named', () => {
    expect(treeWeights([{ id: 'a', weight: 1, of: [] }])).toEqual({
      error: 'no-criteria',
      node: 'a',
    })
    expect(treeWeights([{ id: 'a', weight: -1 }])).toEqual({
      error: 'weight-invalid',
      criterion: 0,
      node: null,
    })
  })
})
