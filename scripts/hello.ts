import { Engine } from "godot";
import { sleep, spawn } from "godot-ts";
console.log("hello from TypeScript", Engine.getVersionInfo().get("string"));
spawn(async () => { await sleep(0.1); console.log("slept"); }, {name: "hello"});
