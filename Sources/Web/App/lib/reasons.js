// The server says what is wrong in English. The sentences that people meet are told again in their own language.

const REASONS = [
  ["empty", /^must not be empty$|^is missing$|^must hold something to read$/],
  ["long", /^must have at most (?<most>\d+) characters(?:, not (?<count>\d+))?$/],
  ["short", /^must have at least (?<least>\d+) characters$/],
  ["whole", /^must be a whole number(?:, not "(?<text>.*)")?$/],
  ["range", /^must be (?:a number )?(?<from>-?[\d.]+)\.\.\.(?<to>-?[\d.]+?)(?:\.0)?(?:, not ".*")?$/],
  ["flag", /^must be true or false(?:, not "(?<text>.*)")?$/],
  ["unknown", /^there is no "(?<text>.*)" in your catalogue$/],
  ["gone", /^there is no \w+ (?<text>\d+): choose one from the list$/],
  ["object", /^must be a JSON object/],
  ["upload", /^you have no upload of that key; upload the file first$/],
  ["used", /^(?<count>\d+) jobs? uses? this \w+: change or delete them first$/],
  ["used", /^this \w+ is used by (?<count>\d+) jobs?/],
  ["changed", /^the \w+ was changed meanwhile/],
  ["wrong", /^is wrong$/],
  ["url", /^must be an http or https address/],
  ["picture", /^send a JPEG, PNG, GIF or WebP picture$/],
  ["sound", /^send a WAV, MP3, M4A or FLAC sound$/],
  ["video", /^send an MP4, MOV, AVI or MKV video$/],
  ["media", /^send a JPEG, PNG, GIF or WebP picture or an MP4, MOV, AVI or MKV video$/],
  ["model", /^no language model is configured/],
  ["quota", /^your files would take more than (?<bytes>\d+) bytes/],
  ["columns", /^no column holds the (?<text>\w+)/],
  ["taken", /name.*(?:is taken|already)|already.*name/],
  ["reference", /^(?:\w+: )?there is no such row$/],
  ["nothing", /^there is no such thing$/],
  ["tooLarge", /^send at most (?<bytes>\d+) bytes at once$/],
  ["attempts", /^too many attempts; wait (?<seconds>\d+) seconds$/],
  ["userBusy", /^(?<count>\d+) of the user's jobs are running: cancel them first$/],
  ["jobBusy", /^the job is running[:;]/],
  ["jobWaiting", /^the job is waiting to be run already$/],
  ["jobIdle", /^the job neither waits nor runs/],
  ["hooks", /^you have (?<count>\d+) webhooks, the most/],
  ["unfinished", /^no job of the batch is finished$/],
  ["vendorless", /^vendors cannot be tried out here/],
  ["silent", /has nothing to say: write some words/],
  ["wordy", /makes the film's words (?<count>\d+) characters long, (?<most>\d+) is the limit$/],
  ["cut", /^at must be within the shot/],
  ["pictures", /^the shot has (?<most>\d+) pictures; remove some first$/],
  ["last", /^the last shot has none after it/],
  ["captions", /^there are (?<count>\d+) captions, not \d+; load them again$/],
  ["brief", /^a caption lasts at least 0\.2 s$/],
  ["overlap", /^begins before the caption above it ends$/],
  ["blank", /^a line of a caption holds something to read$/],
  ["undone", /^the job is not finished/],
  ["running", /^the job is running: wait for its end/],
  ["queued", /^the job is waiting to be run already$/],
  ["idle", /^the job neither waits nor runs/],
];

/**
 * `{ code, values }` for a sentence of the server's, with or without the field in front; null when it is none that we
 * know.
 */
export function readReason(message) {
  const plain = (message ?? "").replace(/^[A-Za-z_][\w.]*: /, "");
  for (const [code, pattern] of REASONS) {
    const found = pattern.exec(plain) ?? pattern.exec(message ?? "");
    if (found) return { code, values: { ...found.groups } };
  }
  return null;
}
