/**
 * Whether a method's result is there in any case. The dump says that of few methods, and lets all
 * others give null.
 */
export function isNeverNull(owner: string, method: string): boolean {
  return neverNull[owner]?.has(method) ?? false;
}

const list = (methods: string): ReadonlySet<string> => new Set(methods.split(" "));

/**
 * Three kinds: parts that live as long as what they are of, what is made anew at each call, and what
 * is missing only by the caller's own mistake, which is reported (`getTree` outside of the tree).
 */
export const neverNull: Readonly<Record<string, ReadonlySet<string>>> = {
  AcceptDialog: list("add_button add_cancel_button get_label get_ok_button"),
  BitMap: list("convert_to_image"),
  BoxContainer: list("add_spacer"),
  CanvasItem: list("get_world_2d"),
  ColorPickerButton: list("get_picker get_popup"),
  ConfirmationDialog: list("get_cancel_button"),
  Control: list("get_theme_default_font get_theme_font get_theme_icon get_theme_stylebox"),
  DPITexture: list("create_from_string"),
  EditorInterface: list(
    "get_base_control get_command_palette get_editor_main_screen get_editor_paths " +
      "get_editor_settings get_editor_theme get_editor_toaster get_editor_undo_redo " +
      "get_editor_viewport_2d get_editor_viewport_3d get_file_system_dock get_inspector " +
      "get_resource_filesystem get_resource_previewer get_script_editor get_selection",
  ),
  EditorPlugin: list(
    "add_control_to_bottom_panel get_editor_interface get_export_as_menu get_script_create_dialog " +
      "get_undo_redo",
  ),
  FileDialog: list("get_line_edit get_vbox"),
  GraphEdit: list("get_menu_hbox"),
  GraphFrame: list("get_titlebar_hbox"),
  GraphNode: list("get_titlebar_hbox"),
  Image: list("create create_empty create_from_data get_region"),
  ImageTexture: list("create_from_image"),
  ItemList: list("get_h_scroll_bar get_v_scroll_bar"),
  LineEdit: list("get_menu"),
  MenuButton: list("get_popup"),
  MultiplayerAPI: list("create_default_interface"),
  Node: list("get_multiplayer get_tree get_viewport get_window"),
  Node3D: list("get_world_3d"),
  OptionButton: list("get_popup"),
  PackedScene: list("get_state"),
  PhysicsRayQueryParameters2D: list("create"),
  PhysicsRayQueryParameters3D: list("create"),
  RegEx: list("create_from_string"),
  RichTextLabel: list("get_menu get_v_scroll_bar"),
  SceneTree: list("get_multiplayer get_root"),
  ScrollContainer: list("get_h_scroll_bar get_v_scroll_bar"),
  SpinBox: list("get_line_edit"),
  TabContainer: list("get_tab_bar"),
  TextEdit: list("get_h_scroll_bar get_menu get_v_scroll_bar"),
  TLSOptions: list("client client_unsafe server"),
  Tree: list("create_item"),
  TreeItem: list("create_child get_tree"),
  Viewport: list("find_world_2d get_texture"),
  Window: list("get_theme_default_font get_theme_font get_theme_icon get_theme_stylebox"),
  World2D: list("get_direct_space_state"),
  World3D: list("get_direct_space_state"),
};
