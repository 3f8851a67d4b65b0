import fc from "fast-check";
import { Deque } from "../../../src/executor/deque";

test("a deque does as an array does, through any pushes, unshifts and shifts", () => {
  const step = fc.constantFrom("push", "push", "unshift", "shift", "clear");
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const deque = new Deque<number>();
      let model: number[] = [];
      for (const [i, what] of steps.entries()) {
        if (what === "push") {
          deque.push(i);
          model.push(i);
        } else if (what === "unshift") {
          deque.unshift(i);
          model.unshift(i);
        } else if (what === "shift") {
          expect(deque.shift()).toBe(model.shift());
        } else if (i % 10 === 0) {
          deque.clear();
          model = [];
        }
        expect(deque.length).toBe(model.length);
      }
    }),
  );
});
