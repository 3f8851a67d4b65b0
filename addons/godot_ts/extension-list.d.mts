/** Has Godot load the extension the first time that it opens a project. */
export function listExtension(project: string): void;
