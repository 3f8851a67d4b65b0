import type { AnimationPlayer, AudioStreamPlayer, Node, Node2D, Signal } from "godot";
import type { Observable } from "rxjs";

// What the programs of the documentation take for granted inside the engine, for the compiler.

interface Enemy extends Node2D {
  readonly hurt: Signal<[damage: number]>;
  readonly arrived: Signal<[]>;
}

export declare const bar: { value: number };
export declare const bytes: Uint8Array;
export declare const door: Node2D;
export declare const enemy: Enemy;
export declare const hud: { show(what: unknown): void };
export declare const keys: Observable<string>;
export declare const node: Node;
export declare const npc: Node;
export declare const player: AnimationPlayer;
export declare const server: string;
export declare const source: string;
export declare const tower: Node2D;
export declare const voice: AudioStreamPlayer;
export declare const world: Node;
export declare function burn(whom: Node): Promise<void>;
export declare function loadMusic(): Promise<void>;
export declare function loadTiles(): Promise<void>;
export declare function redraw(): void;
export declare function release(what: Node): void;
export declare function walkTo(who: Node, where: Node): Promise<void>;
