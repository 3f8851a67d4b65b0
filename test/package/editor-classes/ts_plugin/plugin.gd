@tool
extends PluginInTypeScript
## Godot enables a plugin by a script: this one adds nothing.
