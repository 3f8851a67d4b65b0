import { describe, expect, test } from "@jest/globals";
import { mirrorsIn } from "../../../tools/engine/apt-mirrors";

const line = (url: string) => `'${url}' some_file_InRelease 0 `;

describe("the mirrors of the machine's apt", () => {
  test("are the addresses before /dists/, each once", () => {
    const listing = [
      line("http://mirror.test/debian/dists/bookworm/InRelease"),
      line("http://mirror.test/debian/dists/trixie/InRelease"),
      line("http://mirror.test/debian/dists/bookworm/main/binary-amd64/Packages.xz"),
    ].join("\n");
    expect(mirrorsIn(listing)).toEqual(["http://mirror.test/debian"]);
  });

  test("come with those of a plain release first", () => {
    const listing = [
      line("http://security.test/debian-security/dists/bookworm-security/InRelease"),
      line("https://mirror.test/pool/debian/dists/bookworm/InRelease"),
    ].join("\n");
    expect(mirrorsIn(listing)).toEqual([
      "https://mirror.test/pool/debian",
      "http://security.test/debian-security",
    ]);
  });

  test("are none where apt has no sources", () => {
    expect(mirrorsIn("")).toEqual([]);
  });
});
