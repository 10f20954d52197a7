// Calls of the REST API. Sessions are an HttpOnly cookie: nothing secret is in reach of scripts.

const ROOT = "/api";

/** What went wrong, as the server says it: `status` 0 means that no answer came. */
export class ApiError extends Error {
  constructor(status, body, headers) {
    super(body?.message ?? "");
    this.status = status;
    this.code = body?.code ?? (status === 0 ? "offline" : "unknown");
    this.field = body?.field ?? null;
    this.facts = body?.facts ?? null;
    this.requestID = body?.request_id ?? headers?.get("x-request-id") ?? "";
    this.retryAfter = Number(headers?.get("retry-after")) || 0;
  }
}

const listeners = new Set();
/** Hears of every refused call; returns a function that ends it. */
export function onRefusal(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const api = {
  get: (path, query, options) => call("GET", path, { query, ...options }),
  post: (path, body, options) => call("POST", path, { body, ...options }),
  put: (path, body, options) => call("PUT", path, { body, ...options }),
  delete: (path, options) => call("DELETE", path, options ?? {}),
};

async function call(method, path, { query, body, version, key, signal, type } = {}) {
  const headers = { accept: "application/json" };
  if (version !== undefined) headers["if-match"] = `"v${version}"`;
  // A key of its own for each: a repeated request (a proxy's, a double click's) files nothing twice. `false`: the server knows
  // repetitions by what is sent.
  if (method === "POST" && key !== false) headers["idempotency-key"] = key ?? freshKey();
  let payload;
  if (body instanceof Blob) {
    headers["content-type"] = type ?? body.type;
    payload = body;
  } else if (body !== undefined) {
    headers["content-type"] = "application/json";
    payload = JSON.stringify(body);
  }
  let answer;
  try {
    answer = await fetch(address(path, query), { method, headers, body: payload, signal, credentials: "same-origin" });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw refused(new ApiError(0));
  }
  const data = await read(answer);
  if (!answer.ok) throw refused(new ApiError(answer.status, data, answer.headers));
  return data;
}

async function read(answer) {
  if (answer.status === 204) return null;
  const isJSON = answer.headers.get("content-type")?.includes("json");
  try {
    return isJSON ? await answer.json() : await answer.blob();
  } catch {
    throw refused(new ApiError(0));
  }
}

function refused(error) {
  for (const listener of listeners) listener(error);
  return error;
}

export function address(path, query) {
  const words = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== null && value !== "");
  const search = new URLSearchParams(words.map(([name, value]) => [name, String(value)])).toString();
  return ROOT + path + (search ? `?${search}` : "");
}

export function freshKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Sends a file as multipart/form-data. `onProgress` hears 0...1; aborting `signal` stops it.
 * fetch cannot say how far an upload is, XMLHttpRequest can.
 */
export function upload(path, file, { fields = {}, query, onProgress, signal, name = "file" } = {}) {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append(name, file, file.name);
    const request = new XMLHttpRequest();
    request.open("POST", address(path, query));
    request.responseType = "json";
    request.setRequestHeader("accept", "application/json");
    request.setRequestHeader("idempotency-key", freshKey());
    request.upload.onprogress = (event) => event.lengthComputable && onProgress?.(event.loaded / event.total);
    request.onload = () => {
      const headers = { get: (header) => request.getResponseHeader(header) };
      if (request.status >= 200 && request.status < 300) resolve(request.response);
      else reject(refused(new ApiError(request.status, request.response, headers)));
    };
    request.onerror = () => reject(refused(new ApiError(0)));
    request.onabort = () => reject(new DOMException("stopped", "AbortError"));
    signal?.addEventListener("abort", () => request.abort(), { once: true });
    request.send(form);
  });
}
