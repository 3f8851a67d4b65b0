/** The name that Godot shows for a member of ours: `takeDamage` is `take_damage` there. */
export function snakeCase(member: string): string {
  return member
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .toLowerCase();
}
