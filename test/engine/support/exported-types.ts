import {
  type AABB,
  type Basis,
  type Callable,
  type Color,
  type Dictionary,
  type Array as GodotArray,
  Key,
  Label,
  Node,
  type PackedColorArray,
  type PackedStringArray,
  type PackedVector2Array,
  type PackedVector3Array,
  type PackedVector4Array,
  type Plane,
  type Projection,
  type Quaternion,
  type Rect2,
  type Rect2i,
  type RID,
  type Signal,
  Texture2D,
  type Transform2D,
  type Transform3D,
  type Variant,
  type Vector2,
  type Vector2i,
  type Vector3,
  type Vector3i,
  type Vector4,
  type Vector4i,
} from "godot";
import { property, register, t } from "godot-ts";

enum Mood {
  CALM,
  VERY_ANGRY = 5,
}

/** The types that `@export` knows in `gd/exports.gd`, by `t`. */
@register({ tool: true })
export class TestExportedTypes extends Node {
  @property(t.bool)
  accessor aBool!: boolean;
  @property(t.int)
  accessor anInt!: number;
  @property(t.float)
  accessor aFloat!: number;
  @property(t.string)
  accessor aString!: string;
  @property(t.stringName)
  accessor aStringName!: string;
  @property(t.nodePath)
  accessor aNodePath!: string;
  @property(t.vector2)
  accessor aVector!: Vector2;
  @property(t.vector2i)
  accessor aVectorOfInts!: Vector2i;
  @property(t.rect2)
  accessor aRect!: Rect2;
  @property(t.rect2i)
  accessor aRectOfInts!: Rect2i;
  @property(t.vector3)
  accessor aVectorInSpace!: Vector3;
  @property(t.vector3i)
  accessor aVectorInSpaceOfInts!: Vector3i;
  @property(t.transform2D)
  accessor aTransform!: Transform2D;
  @property(t.vector4)
  accessor aLongVector!: Vector4;
  @property(t.vector4i)
  accessor aLongVectorOfInts!: Vector4i;
  @property(t.plane)
  accessor aPlane!: Plane;
  @property(t.quaternion)
  accessor aQuaternion!: Quaternion;
  @property(t.aabb)
  accessor anAabb!: AABB;
  @property(t.basis)
  accessor aBasis!: Basis;
  @property(t.transform3D)
  accessor aTransformInSpace!: Transform3D;
  @property(t.projection)
  accessor aProjection!: Projection;
  @property(t.color)
  accessor aColor!: Color;
  @property(t.rid)
  accessor aRid!: RID;
  @property(t.callable)
  accessor aCallable!: Callable;
  @property(t.signal)
  accessor aSignal!: Signal;
  @property(t.node(Label))
  accessor aNode!: Label | null;
  @property(t.resource(Texture2D))
  accessor aResource!: Texture2D | null;
  @property(t.enum(Mood))
  accessor anEnum!: Mood;
  @property(t.enumOf(Node.ProcessMode))
  accessor anEngineEnum!: Node.ProcessMode;
  @property(t.enumOf(Key))
  accessor aGlobalEnum!: Key;
  @property(t.array)
  accessor anArray!: GodotArray;
  @property(t.arrayOf(t.int))
  accessor anArrayOfInts!: GodotArray<number>;
  @property(t.arrayOf(t.vector2))
  accessor anArrayOfVectors!: GodotArray<Vector2>;
  @property(t.arrayOf(t.node(Label)))
  accessor anArrayOfNodes!: GodotArray<Label | null>;
  @property(t.arrayOf(t.resource(Texture2D)))
  accessor anArrayOfResources!: GodotArray<Texture2D | null>;
  @property(t.arrayOf(t.enum(Mood)))
  accessor anArrayOfAnEnum!: GodotArray<Mood>;
  @property(t.arrayOf(t.variant))
  accessor anArrayOfAnything!: GodotArray;
  @property(t.dictionary)
  accessor aDictionary!: Dictionary;
  @property(t.dictionaryOf(t.string, t.int))
  accessor aDictionaryOfInts!: Dictionary<string, number>;
  @property(t.dictionaryOf(t.int, t.resource(Texture2D)))
  accessor aDictionaryOfResources!: Dictionary<number, Texture2D | null>;
  @property(t.dictionaryOf(t.enum(Mood), t.node(Label)))
  accessor aDictionaryOfNodes!: Dictionary<Mood, Label | null>;
  @property(t.dictionaryOf(t.variant, t.float))
  accessor aDictionaryByAnything!: Dictionary<Variant, number>;
  @property(t.packedByteArray)
  accessor packedBytes!: Uint8Array;
  @property(t.packedInt32Array)
  accessor packedInts!: Int32Array;
  @property(t.packedInt64Array)
  accessor packedLongs!: BigInt64Array;
  @property(t.packedFloat32Array)
  accessor packedFloats!: Float32Array;
  @property(t.packedFloat64Array)
  accessor packedDoubles!: Float64Array;
  @property(t.packedStringArray)
  accessor packedStrings!: PackedStringArray;
  @property(t.packedVector2Array)
  accessor packedVectors!: PackedVector2Array;
  @property(t.packedVector3Array)
  accessor packedVectorsInSpace!: PackedVector3Array;
  @property(t.packedVector4Array)
  accessor packedLongVectors!: PackedVector4Array;
  @property(t.packedColorArray)
  accessor packedColors!: PackedColorArray;
}
