let prefix = "";

/** The name of the class of the tasks that GDScript gets. */
export function taskClassName(): string {
  return `${prefix}AsyncTask`;
}

export function setTaskClassPrefix(given: string): void {
  prefix = given;
}
