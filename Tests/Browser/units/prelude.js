// A test is a name and a function that throws. Each file of tests runs inside a page of the real server, so that modules
// are loaded as users load them.
const results = [];
async function test(name, body) {
  try {
    await body();
    results.push({ name, fault: null });
  } catch (error) {
    results.push({ name, fault: String(error?.stack ?? error) });
  }
}

function same(found, wanted, note = "") {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`${note} expected ${b}, found ${a}`);
}

function holds(condition, note = "does not hold") {
  if (!condition) throw new Error(note);
}

function throwsError(work, words) {
  try {
    work();
  } catch (error) {
    holds(error.message.includes(words), `says ${error.message}`);
    return;
  }
  throw new Error("was not refused");
}
