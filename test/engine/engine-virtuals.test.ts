import {
  AudioStreamPlayback,
  Color,
  Error as GodotError,
  type InputEvent,
  InputEventKey,
  MultiplayerPeerExtension,
  Node,
  Node2D,
  type PhysicsDirectBodyState2D,
  type Pointer,
  Resource,
  ResourceFormatLoader,
  ResourceLoader,
  RigidBody2D,
  StreamPeerExtension,
  TextServerExtension,
  Texture2D,
  Vector2,
} from "godot";
import { property, register, t } from "godot-ts";
import { gdNode } from "./support/gdscript";
import { recordLog } from "./support/log-recorder";
import { enter, until } from "./support/tree";

@register()
class TestDrawn extends Node2D {
  draws = 0;
  override _draw(): void {
    this.drawLine(Vector2.ZERO, Vector2.ONE, Color.RED);
    this.draws++;
  }
  override _getConfigurationWarnings(): string[] {
    return ["too small"];
  }
}

@register()
class TestBody extends RigidBody2D {
  steps: number[] = [];
  override _integrateForces(state: PhysicsDirectBodyState2D): void {
    this.steps.push(state.step);
  }
}

@register()
class TestKeys extends Node {
  readonly heard: string[] = [];
  override _input(event: InputEvent): void {
    this.heard.push(`input ${event.getClass()}`);
  }
  override _shortcutInput(): void {
    this.heard.push("shortcut input");
  }
  override _unhandledKeyInput(): void {
    this.heard.push("unhandled key input");
  }
  override _unhandledInput(): void {
    this.heard.push("unhandled input");
    this.getViewport().setInputAsHandled();
  }
}

@register()
class TestTexture extends Texture2D {
  override _getWidth(): number {
    return 30;
  }
  override _getHeight(): number {
    return 20;
  }
  override _hasAlpha(): boolean {
    return true;
  }
}

@register()
class TestNote extends Resource {
  @property(t.string) accessor text = "";
}

@register()
class TestNoteLoader extends ResourceFormatLoader {
  override _getRecognizedExtensions(): string[] {
    return ["testnote"];
  }
  override _handlesType(type: string): boolean {
    return type === "Resource";
  }
  override _getResourceType(): string {
    return "Resource";
  }
  override _exists(): boolean {
    return true;
  }
  override _load(path: string): Resource {
    const note = new TestNote();
    note.text = `from ${path}`;
    return note;
  }
}

@register()
class TestTextServer extends TextServerExtension {
  override _getName(): string {
    return "written in TypeScript";
  }
  override _getFeatures(): number {
    return 5;
  }
}

@register()
class TestPeer extends MultiplayerPeerExtension {
  readonly packets: Uint8Array[] = [];
  override _putPacket(buffer: Pointer, size: number): GodotError {
    this.packets.push(buffer.bytes(size).slice());
    return GodotError.OK;
  }
  override _getPacket(buffer: Pointer, size: Pointer): GodotError {
    const packet = this.packets.shift() ?? new Uint8Array();
    buffer.lend(packet);
    size.ints(1)[0] = packet.length;
    return GodotError.OK;
  }
  override _getAvailablePacketCount(): number {
    return this.packets.length;
  }
  override _getMaxPacketSize(): number {
    return 1000;
  }
}

@register()
class TestKeepingPeer extends TestPeer {
  kept: Pointer | undefined;
  override _putPacket(buffer: Pointer): GodotError {
    this.kept = buffer;
    return GodotError.OK;
  }
}

@register()
class TestScriptPeer extends MultiplayerPeerExtension {
  readonly packets: Uint8Array[] = [];
  override _putPacketScript(buffer: Uint8Array): GodotError {
    this.packets.push(buffer);
    return GodotError.OK;
  }
  override _getPacketScript(): Uint8Array {
    return this.packets.shift() ?? new Uint8Array();
  }
  override _getAvailablePacketCount(): number {
    return this.packets.length;
  }
  override _getMaxPacketSize(): number {
    return 1000;
  }
}

@register()
class TestStream extends StreamPeerExtension {
  bytes: number[] = [];
  override _putData(data: Pointer, count: number, sent: Pointer): GodotError {
    this.bytes.push(...data.bytes(count));
    sent.ints(1)[0] = count;
    return GodotError.OK;
  }
  override _getData(buffer: Pointer, count: number, received: Pointer): GodotError {
    buffer.bytes(count).set(this.bytes.splice(0, count));
    received.ints(1)[0] = count;
    return GodotError.OK;
  }
}

@register()
class TestPlayback extends AudioStreamPlayback {
  kept: Float32Array | undefined;
  override _mix(buffer: Pointer, _rateScale: number, frames: number): number {
    this.kept = buffer.floats(frames * 2).fill(0.25);
    return frames;
  }
}

let script: Node;
beforeAll(() => {
  script = gdNode("engine_virtuals");
});
afterAll(() => script.free());

describe("virtual methods of nodes", () => {
  test("_draw draws when it is time to", async () => {
    const drawn = enter(new TestDrawn());
    await until(() => drawn.draws === 1);
    drawn.queueRedraw();
    await until(() => drawn.draws === 2);
    drawn.free();
  });

  test("_integrateForces gets the state of the body", async () => {
    const body = new TestBody();
    body.customIntegrator = true;
    enter(body);
    await until(() => body.steps.length > 0);
    expect(body.steps[0]).toBeCloseTo(1 / 60);
    body.free();
  });

  test("input passes through all methods for it, in the engine's order", () => {
    const keys = enter(new TestKeys());
    keys.getViewport().pushInput(new InputEventKey());
    expect(keys.heard).toEqual([
      "input InputEventKey",
      "shortcut input",
      "unhandled key input",
      "unhandled input",
    ]);
    keys.free();
  });
});

describe("virtual methods of resources and servers", () => {
  test("a texture has the size that it says", () => {
    const texture = new TestTexture();
    expect(`${texture.getSize()}`).toBe("(30.0, 20.0)");
    expect(texture.hasAlpha()).toBe(true);
  });

  test("a loader loads resources written in TypeScript", () => {
    const loader = new TestNoteLoader();
    ResourceLoader.addResourceFormatLoader(loader);
    const note = ResourceLoader.load("res://hello.testnote", "", 0) as TestNote;
    ResourceLoader.removeResourceFormatLoader(loader);
    expect(note).toBeInstanceOf(TestNote);
    expect(note.text).toBe("from res://hello.testnote");
  });

  test("a server's extension class answers for the server", () => {
    const server = new TestTextServer();
    expect(server.getName()).toBe("written in TypeScript");
    expect(server.getFeatures()).toBe(5);
  });

  test("one that is required, and not there, is told by the engine", async () => {
    const log = await recordLog(() => new TestTextServer().hasFeature(1));
    expect(log.map((each) => each.text)).toEqual([
      expect.stringContaining("Required virtual method"),
    ]);
  });
});

describe("virtual methods that are handed addresses", () => {
  test("a peer sends and receives packets", () => {
    const peer = new TestPeer();
    expect(script.call("send", peer, new Uint8Array([1, 2, 3]))).toBe(GodotError.OK);
    expect(peer.packets).toEqual([new Uint8Array([1, 2, 3])]);
    expect(script.call("receive", peer)).toEqual(new Uint8Array([1, 2, 3]));
  });

  test("or does so without addresses", () => {
    const peer = new TestScriptPeer();
    expect(script.call("send", peer, new Uint8Array([4, 5]))).toBe(GodotError.OK);
    expect(script.call("receive", peer)).toEqual(new Uint8Array([4, 5]));
  });

  test("a stream reads and writes bytes", () => {
    const stream = new TestStream();
    expect(script.call("write", stream, new Uint8Array([7, 8, 9]))).toBe(GodotError.OK);
    const read = script.call("read", stream, 2) as Iterable<unknown>;
    expect([...read]).toEqual([GodotError.OK, new Uint8Array([7, 8])]);
    expect(stream.bytes).toEqual([9]);
  });

  test("sound is written as floats, and the memory is gone afterwards", () => {
    const playback = new TestPlayback();
    const frames = playback.mixAudio(1, 3);
    expect(frames.map((each) => each.x)).toEqual([0.25, 0.25, 0.25]);
    expect(playback.kept?.length).toBe(0);
  });

  test("a pointer that is kept says that its time is over", () => {
    const peer = new TestKeepingPeer();
    script.call("send", peer, new Uint8Array([1]));
    expect(() => peer.kept?.bytes(1)).toThrow(
      "TestKeepingPeer._putPacket, argument 1: bytes(1) after the method has returned",
    );
  });
});
