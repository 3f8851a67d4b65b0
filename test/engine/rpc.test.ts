import {
  type Dictionary,
  ENetMultiplayerPeer,
  Error as GodotError,
  MultiplayerAPI,
  MultiplayerPeer,
  Node,
  type SceneMultiplayer,
} from "godot";
import { method, register, remote, rpc, t } from "godot-ts";
import { gdNode } from "./support/gdscript";
import { enter, tree, until } from "./support/tree";

@register()
class TestPlayer extends Node {
  readonly heard: string[] = [];

  @rpc({ mode: "any_peer", sync: "call_local", transfer: "unreliable_ordered", channel: 2 })
  @method({ args: [t.float] })
  shoot(angle: number): void {
    this.heard.push(`shoot ${angle}`);
  }

  @rpc()
  @method({ name: "take_over", args: [t.string] })
  takeOver(name: string): void {
    this.heard.push(`take over ${name}`);
  }

  @rpc({ mode: "any_peer" })
  @method({ args: [t.int] })
  async reload(shots: number): Promise<void> {
    this.heard.push(`reload ${shots} from ${this.multiplayer.getRemoteSenderId()}`);
  }
}

test("@rpc is the configuration of each node", () => {
  const player = new TestPlayer();
  const config = player.getNodeRpcConfig() as Dictionary<string, Dictionary>;
  expect(Object.fromEntries(config.get("shoot")?.toJS() ?? [])).toEqual({
    rpc_mode: MultiplayerAPI.RPC_MODE_ANY_PEER,
    call_local: true,
    transfer_mode: MultiplayerPeer.TRANSFER_MODE_UNRELIABLE_ORDERED,
    channel: 2,
  });
  expect([...config.keys()]).toEqual(["shoot", "take_over", "reload"]);
  player.free();
});

// What GDScript leaves out is what the engine takes then: no call here, reliable, channel 0.
test("@rpc without options is GDScript's without any", () => {
  const player = new TestPlayer();
  const script = gdNode("rpc");
  const own = player.getNodeRpcConfig() as Dictionary<string, Dictionary>;
  const theirs = script.call("config") as Dictionary<string, Dictionary>;
  expect(Object.fromEntries(theirs.get("plain")?.toJS() ?? [])).toEqual({
    rpc_mode: MultiplayerAPI.RPC_MODE_AUTHORITY,
  });
  expect(Object.fromEntries(own.get("take_over")?.toJS() ?? [])).toEqual({
    rpc_mode: MultiplayerAPI.RPC_MODE_AUTHORITY,
    call_local: false,
    transfer_mode: MultiplayerPeer.TRANSFER_MODE_RELIABLE,
    channel: 0,
  });
  player.free();
  script.free();
});

describe("two peers", () => {
  /** A branch of the tree with a network of its own. */
  function branch(name: string, peer: MultiplayerPeer): { root: Node; player: TestPlayer } {
    const root = enter(new Node());
    root.name = name;
    const api = MultiplayerAPI.createDefaultInterface() as SceneMultiplayer;
    tree().setMultiplayer(api, root.getPath());
    api.rootPath = root.getPath();
    api.multiplayerPeer = peer;
    const player = new TestPlayer();
    player.name = "Player";
    root.addChild(player);
    return { root, player };
  }

  let server: { root: Node; player: TestPlayer };
  let client: { root: Node; player: TestPlayer };

  beforeAll(async () => {
    const serving = new ENetMultiplayerPeer();
    const port = 20_000 + (process.pid % 20_000);
    expect(serving.createServer(port)).toBe(GodotError.OK);
    const joining = new ENetMultiplayerPeer();
    expect(joining.createClient("127.0.0.1", port)).toBe(GodotError.OK);
    server = branch("TestServer", serving);
    client = branch("TestClient", joining);
    await until(() => client.player.multiplayer.getPeers().length === 1);
    await until(() => server.player.multiplayer.getPeers().length === 1);
  });

  beforeEach(() => {
    server.player.heard.length = 0;
    client.player.heard.length = 0;
  });

  afterAll(() => {
    for (const { root } of [client, server]) {
      root.multiplayer.multiplayerPeer?.close();
      const path = root.getPath();
      root.free();
      tree().setMultiplayer(null, path);
    }
  });

  test("call each other, and themselves where it is said so", async () => {
    expect(client.player.rpc("shoot", 0.5)).toBe(GodotError.OK);
    await until(() => server.player.heard.length === 1);
    expect(server.player.heard).toEqual(["shoot 0.5"]);
    expect(client.player.heard).toEqual(["shoot 0.5"]);
  });

  test("are called by remote(), with the types of the methods", async () => {
    remote(server.player).takeOver("Ada");
    await until(() => client.player.heard.length === 1);
    expect(client.player.heard).toEqual(["take over Ada"]);
    expect(server.player.heard).toEqual([]);
  });

  test("are called one by one, and know who called", async () => {
    const id = client.player.multiplayer.getUniqueId();
    remote(client.player, 1).reload(6);
    await until(() => server.player.heard.length === 1);
    expect(server.player.heard[0]).toMatch(/^reload 6 from /);
    expect(id).toBeGreaterThan(1);
  });

  test("refuse a method that is not marked", () => {
    expect(() => (remote(client.player) as unknown as Node).queueFree()).toThrow(
      "remote: TestPlayer.queueFree is not marked with @rpc",
    );
  });
});
