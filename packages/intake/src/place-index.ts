const ZONES = 64
const LANES = 8
const PLACES = ZONES * LANES
/** Lanes, eight together, of which the pages are found by their place in a list. */
const LISTED = 128
/** Pages of the index in one array. */
const PAGES = 128

/** A small number for each zone × lane; all pages of 64 zones and 8 lanes that have one are there. */
export class PlaceIndex {
  /** Of the place last asked for: what no other place has. */
  address = 0
  private numbers: Uint16Array | Int32Array = new Uint16Array(1)
  private at = 0
  private arrays: (Uint16Array | Int32Array)[] = []
  private isWide = false
  /** By zones and lanes: their page from 1 on; all in one array, which stays near. */
  private listed = new Int32Array(0)
  private lanesListed = 1
  private readonly far = new Map<number, number>()
  private pages = 0
  private page = -1
  private zones = -1
  private lanes = -1

  /** The number of a place; 0 where it has none. */
  find(zone: number, lane: number): number {
    const zones = Math.floor(zone / ZONES)
    const lanes = Math.floor(lane / LANES)
    if (zones !== this.zones || lanes !== this.lanes) this.turn(zones, lanes)
    const place = (zone % ZONES) * LANES + (lane % LANES)
    this.at = (this.page % PAGES) * PLACES + place
    this.address = this.page * PLACES + place
    return this.numbers[this.at] ?? 0
  }

  /** Gives the place last asked for a number. */
  set(number: number): void {
    if (number > 0xffff && !this.isWide) this.widen()
    this.numbers[this.at] = number
  }

  /** Gives memory back at once. */
  end(): void {
    for (const { buffer } of this.arrays) if (buffer instanceof ArrayBuffer) buffer.transfer(0)
  }

  private widen(): void {
    this.isWide = true
    this.arrays = this.arrays.map((array) => Int32Array.from(array))
    this.numbers = this.arrays[Math.floor(this.page / PAGES)] ?? this.numbers
  }

  private turn(zones: number, lanes: number): void {
    this.zones = zones
    this.lanes = lanes
    this.page = lanes < LISTED ? this.listedPage(zones, lanes) : this.farPage(zones, lanes)
    this.numbers = this.arrays[Math.floor(this.page / PAGES)] ?? this.numbers
  }

  private listedPage(zones: number, lanes: number): number {
    const at = zones * this.lanesListed + lanes
    if (lanes >= this.lanesListed || at >= this.listed.length) return this.listPage(zones, lanes)
    const known = this.listed[at] ?? 0
    return known > 0 ? known - 1 : this.listPage(zones, lanes)
  }

  private listPage(zones: number, lanes: number): number {
    const before = this.lanesListed
    while (lanes >= this.lanesListed) this.lanesListed *= 2
    const zonesListed = Math.max(zones * 2, 8, this.listed.length / before)
    const isShort = this.listed.length < (zones + 1) * this.lanesListed
    if (isShort || this.lanesListed > before) {
      const larger = new Int32Array(zonesListed * this.lanesListed)
      for (let i = 0; i < this.listed.length; i++) {
        const page = this.listed[i] ?? 0
        larger[Math.floor(i / before) * this.lanesListed + (i % before)] = page
      }
      this.listed = larger
    }
    const page = this.newPage()
    this.listed[zones * this.lanesListed + lanes] = page + 1
    return page
  }

  private farPage(zones: number, lanes: number): number {
    const key = zones * 0x8000000 + lanes
    const page = this.far.get(key) ?? this.newPage()
    this.far.set(key, page)
    return page
  }

  private newPage(): number {
    if (this.pages % PAGES === 0) {
      const size = PAGES * PLACES
      this.arrays.push(this.isWide ? new Int32Array(size) : new Uint16Array(size))
    }
    return this.pages++
  }
}
