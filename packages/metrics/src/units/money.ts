import { ONE } from '../ratio.ts'
import type { Atom } from './atom.ts'

// Signs shared by several currencies ($, ¥, kr) are left out: the file must say which one it means.
const KNOWN: readonly (readonly [code: string, id: string, names: string])[] = [
  [
    'CNY',
    '元',
    'cny rmb yuan cnh renminbi 人民币 元人民币 人民币元 元(人民币) rmbyuan yuanrmb cn¥ rmb¥',
  ],
  ['USD', '美元', 'usd us$ 美金 usdollar usdollars u.s.dollar u.s.dollars'],
  ['EUR', '欧元', 'eur € euro euros'],
  ['HKD', '港元', 'hkd hk$ 港币 hongkongdollar hongkongdollars'],
  ['JPY', '日元', 'jpy 日圆 yen jp¥ japaneseyen'],
  ['GBP', '英镑', 'gbp £ poundsterling poundssterling'],
  ['PLN', 'PLN', 'zł zl zloty zlotys złoty złotych 兹罗提 波兰兹罗提'],
  ['KRW', '韩元', 'krw ₩ 韩圆 won koreanwon'],
  ['TWD', '新台币', 'twd nt$ 新台币元 台币 newtaiwandollar newtaiwandollars'],
  ['SGD', '新加坡元', 'sgd s$ 新元 singaporedollar singaporedollars'],
  ['MOP', '澳门元', 'mop 澳门币 pataca patacas'],
  ['AUD', '澳元', 'aud a$ 澳大利亚元 australiandollar australiandollars'],
  ['CAD', '加元', 'cad c$ 加拿大元 canadiandollar canadiandollars'],
  ['CHF', '瑞士法郎', 'chf swissfranc swissfrancs'],
  ['RUB', '卢布', 'rub ₽ 俄罗斯卢布 rouble roubles ruble rubles'],
  ['INR', '印度卢比', 'inr ₹ indianrupee indianrupees'],
  ['THB', '泰铢', 'thb ฿ baht'],
  ['VND', '越南盾', 'vnd ₫ dong'],
  ['MYR', '林吉特', 'myr 马来西亚林吉特 ringgit'],
  ['SEK', '瑞典克朗', 'sek'],
  ['CZK', '捷克克朗', 'czk kč'],
  ['KZT', '坚戈', 'kzt ₸ tenge'],
]

const BY_CODE =
  'NOK DKK ISK IDR PHP BRL MXN ZAR TRY AED SAR QAR KWD HUF RON UAH ILS NZD EGP NGN KES PKR BDT LKR KHR LAK MMK MNT UZS BYN BGN RSD GEL ARS CLP COP PEN ETB GHS TZS MAD'

const ROWS = [...KNOWN, ...BY_CODE.split(' ').map((code) => [code, code, ''] as const)]

export const CURRENCIES: readonly Atom[] = ROWS.map(([code, id, names]) => ({
  id,
  en: code,
  dimension: { [code]: 1 },
  factor: ONE,
  names: [id.toLowerCase(), code.toLowerCase(), ...names.split(' ')].filter((name) => name !== ''),
}))
