/** Puts a list into a random order, each order as likely as any other. */
export function shuffle<Item>(items: Item[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const item = items[i] as Item;
    items[i] = items[j] as Item;
    items[j] = item;
  }
}
