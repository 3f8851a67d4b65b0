import { openersOf } from "../../../../src/addon/editor/task-dock/source-opener";

const source = { file: "/home/me/my game/scripts/a.ts", line: 12, project: "/home/me/my game/" };
const none = { isUsed: false, program: "", flags: "" };
const nowhere = () => undefined;

test("the external editor of the settings comes first, with its flags filled in", () => {
  const editor = {
    isUsed: true,
    program: "/usr/bin/zed",
    flags: '"{project}" -g {file}:{line}:{col}',
  };
  expect(openersOf(source, editor, (name) => `/usr/bin/${name}`)).toEqual([
    {
      program: "/usr/bin/zed",
      args: ["/home/me/my game/", "-g", "/home/me/my game/scripts/a.ts:12:1"],
    },
    { program: "/usr/bin/code", args: ["--goto", "/home/me/my game/scripts/a.ts:12"] },
  ]);
});

test("flags that miss the file are followed by it", () => {
  const editor = { isUsed: true, program: "vi", flags: "+{line}" };
  expect(openersOf(source, editor, nowhere)).toEqual([
    { program: "vi", args: ["+12", "/home/me/my game/scripts/a.ts"] },
  ]);
});

test("an external editor that is switched off, or isn't named, is passed over", () => {
  expect(openersOf(source, { ...none, program: "vi" }, nowhere)).toEqual([]);
  expect(openersOf(source, { ...none, isUsed: true }, nowhere)).toEqual([]);
});
