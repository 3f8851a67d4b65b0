import {
  Button,
  type Callable,
  type Color,
  type Dictionary,
  type Array as GodotArray,
  Label,
  Node,
  type PackedColorArray,
  type PackedStringArray,
  PROPERTY_HINT_NONE,
  type Quaternion,
  type Vector3,
} from "godot";
import { property, register, t } from "godot-ts";
import { TestExportedTypes } from "./exported-types";

/** The other annotations of `gd/exports.gd`, by `t`. */
@register({ tool: true })
export class TestExportedHints extends TestExportedTypes {
  @property(t.range(1, 100))
  accessor rangeOfInts!: number;
  @property(t.range(0, 1, { type: t.float }))
  accessor rangeOfFloats!: number;
  @property(
    t.range(-1.5, 1e6, { step: 0.01, orGreater: true, orLess: true, exp: true, suffix: "m" }),
  )
  accessor rangeOfMetres!: number;
  @property(t.range(-180, 180, { step: 0.1, radiansAsDegrees: true }))
  accessor rangeOfAngles!: number;
  @property(t.range(0, 360, { type: t.float, step: 1, degrees: true, hideControl: true }))
  accessor rangeOfDegrees!: number;
  @property(t.range(0, 8, { step: 2, preferSlider: true }))
  accessor rangeOfSteps!: number;
  @property(t.arrayOf(t.range(0, 1, { step: 0.1 })))
  accessor rangeInArray!: GodotArray<number>;
  @property(t.packedFloat32Array.of(t.range(0, 1, { step: 0.1 })))
  accessor rangeInPackedArray!: Float32Array;
  @property(t.enum(["Slow", "Fast"]))
  accessor enumOfStrings!: "Slow" | "Fast";
  @property(t.enum({ Warrior: 3, Magician: 5 }))
  accessor enumOfInts!: 3 | 5;
  @property(t.arrayOf(t.enum({ Warrior: 3, Magician: 5 })))
  accessor enumInArray!: GodotArray<3 | 5>;
  @property(t.packedStringArray.of(t.enum(["Slow", "Fast"])))
  accessor enumInPackedArray!: PackedStringArray;
  @property(t.flags("Fire", "Water"))
  accessor flagsByName!: number;
  @property(t.flags({ Fire: 4, Water: 8 }))
  accessor flagsByValue!: number;
  @property(t.layers2DNavigation)
  accessor layersA!: number;
  @property(t.layers2DPhysics)
  accessor layersB!: number;
  @property(t.layers2DRender)
  accessor layersC!: number;
  @property(t.layers3DNavigation)
  accessor layersD!: number;
  @property(t.layers3DPhysics)
  accessor layersE!: number;
  @property(t.layers3DRender)
  accessor layersF!: number;
  @property(t.layersAvoidance)
  accessor layersG!: number;
  @property(t.expEasing())
  accessor easing!: number;
  @property(t.expEasing({ attenuation: true, positiveOnly: true }))
  accessor easingOfSound!: number;
  @property(t.colorNoAlpha)
  accessor opaque!: Color;
  @property(t.arrayOf(t.colorNoAlpha))
  accessor opaqueInArray!: GodotArray<Color>;
  @property(t.packedColorArray.of(t.colorNoAlpha))
  accessor opaqueInPackedArray!: PackedColorArray;
  @property(t.dir)
  accessor dir!: string;
  @property(t.file())
  accessor file!: string;
  @property(t.file("*.png", "*.jpg"))
  accessor fileOfType!: string;
  @property(t.arrayOf(t.file("*.png")))
  accessor fileInArray!: GodotArray<string>;
  @property(t.packedStringArray.of(t.file("*.png")))
  accessor fileInPackedArray!: PackedStringArray;
  @property(t.filePath("*.png"))
  accessor filePath!: string;
  @property(t.globalDir)
  accessor globalDir!: string;
  @property(t.globalFile("*.txt"))
  accessor globalFile!: string;
  @property(t.nodePathTo())
  accessor pathOfAnyNode!: string;
  @property(t.nodePathTo(Label, Button))
  accessor pathOfNode!: string;
  @property(t.arrayOf(t.nodePathTo(Label)))
  accessor pathInArray!: GodotArray<string>;
  @property(t.multiline)
  accessor lines!: string;
  @property(t.multilineWith({ monospace: true, wrap: false }))
  accessor linesOfCode!: string;
  @property(t.packedStringArray.of(t.multiline))
  accessor linesInPackedArray!: PackedStringArray;
  @property(t.placeholder("Name"))
  accessor withPlaceholder!: string;
  @property(t.int, { editor: false })
  accessor storedOnly!: number;
  @property(t.toolButton("Shuffle"))
  accessor button!: Callable;
  @property(t.toolButton("Shuffle", { icon: "Reload" }))
  accessor buttonWithIcon!: Callable;
  @property(t.enumSuggestion("red", "green"))
  accessor suggestion!: string;
  @property(t.link(t.vector3, "m"))
  accessor linked!: Vector3;
  @property(t.saveFile("*.txt"))
  accessor saveFile!: string;
  @property(t.globalSaveFile("*.txt"))
  accessor globalSaveFile!: string;
  @property(t.expression)
  accessor expression!: string;
  @property(t.objectId(Node))
  accessor objectId!: number | bigint;
  @property(t.className("Node"))
  accessor classOf!: string;
  @property(t.localeId)
  accessor locale!: string;
  @property(t.localizable)
  accessor translations!: Dictionary;
  @property(t.quaternionNoEuler)
  accessor rotationOnly!: Quaternion;
  @property(t.password("Password"))
  accessor hidden!: string;
  @property(t.oneshot)
  accessor playing!: boolean;
  @property(t.groupEnable("shown"))
  accessor isEnabled!: boolean;
  @property(t.inputName({ showBuiltin: true, looseMode: true }))
  accessor action!: string;
  @property(t.custom(t.int, PROPERTY_HINT_NONE, "suffix:m"))
  accessor depth!: number;
  @property(t.int, { readOnly: true })
  accessor readOnly!: number;
  @property(t.int, { storage: false, editor: false })
  accessor neither!: number;
  @property(t.int, { updateAllIfModified: true, secret: true })
  accessor secret!: number;
}
