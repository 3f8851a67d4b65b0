/** How far the compilation is, from a line of Ninja (`[3/12] …`) or of make (`[ 25%] …`). */
export function compiledFraction(line: string): number | undefined {
  const ninja = line.match(/^\[(\d+)\/(\d+)\]/);
  if (ninja !== null) return Number(ninja[1]) / Number(ninja[2]);
  const make = line.match(/^\[ *(\d+)%\]/);
  return make === null ? undefined : Number(make[1]) / 100;
}
