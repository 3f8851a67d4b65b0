import assert from "node:assert/strict";
import { frames, spawn } from "godot-ts";
import type { Demo } from "../demo";
import type { Galaxy } from "../galaxy";

/** A thousand tasks: each waits some frames, lights its star, and ends. */
export async function tasks(demo: Demo): Promise<string> {
  const galaxy = demo.getNode<Galaxy>("%Galaxy");
  const finished: number[] = [];

  const lightOne = async (star: number): Promise<number> => {
    const wait = 1 + Math.floor(star / 20);
    await frames(wait);
    galaxy.light(star);
    finished.push(star);
    return wait;
  };
  const all = Array.from({ length: galaxy.count }, (_, star) => spawn(() => lightOne(star)));
  const waited = await Promise.all(all);

  const inOrder = Array.from({ length: galaxy.count }, (_, star) => star);
  assert.deepEqual(finished, inOrder, "the tasks finished out of order");
  const frameCount = waited.reduce((sum, each) => sum + each);
  return `${number(finished.length)} tasks waited ${number(frameCount)} frames in all and ended in order`;
}

const number = new Intl.NumberFormat("en").format;
