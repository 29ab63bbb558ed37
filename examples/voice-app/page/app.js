const $ = (id) => document.getElementById(id);

let device = null;
let call = null;
let expiresAt = 0;
let generation = 0;

// What an error of the Voice SDK means for the person at the page. https://www.twilio.com/docs/api/errors
const MEANINGS = {
  31005: ["The connection to Twilio was lost", "The page tries again by itself. Check your network."],
  31009: ["The connection to Twilio was lost", "The page tries again by itself. Check your network."],
  31202: ["Twilio does not accept the signature of the token", "The token was changed, or the server signs with the wrong secret. Check the API secret or the auth token of the server."],
  31204: ["Twilio does not accept the token", "Check the claims of the token that the server sends, for example with `inspect`."],
  31205: ["The token has expired", "Sign in again. If this happens with a new token, the clock of the server is wrong."],
  31402: ["The browser gave no microphone", "Allow the microphone for this page, and check that one is connected."],
  31401: ["The browser may not use the microphone", "Allow the microphone for this page."],
  20101: ["Twilio does not accept the token", "Check the claims of the token that the server sends."],
  20104: ["The token has expired", "Sign in again. If this happens with a new token, the clock of the server is wrong."],
};

function showError(code, fallback) {
  const [title, help] = MEANINGS[code] ?? [fallback || "Something went wrong", ""];
  $("error-title").textContent = code ? `${title} (${code})` : title;
  $("error-help").textContent = help;
  $("error").hidden = false;
}

function clearError() {
  $("error").hidden = true;
}

function show(id, state, text) {
  $(id).dataset.state = state;
  $(id).textContent = text;
}

function showUntil() {
  if (!expiresAt) return;
  const seconds = Math.max(0, Math.round(expiresAt - Date.now() / 1000));
  const left = seconds >= 120 ? `${Math.floor(seconds / 60)} min` : `${seconds} s`;
  const time = new Date(expiresAt * 1000).toLocaleTimeString([], { timeStyle: "medium" });
  $("until").textContent = `valid until ${time}, ${left} left`;
}
setInterval(showUntil, 1000);

/** The token for the user, or `null` if nobody is signed in. */
async function fetchToken() {
  const kind = document.querySelector("input[name=kind]:checked").value;
  const response = await fetch(`token?kind=${kind}`).catch(() => {
    throw new Error("The server cannot be reached");
  });
  if (response.status === 401) {
    signedOut();
    showError(0, "You are no longer signed in");
    return null;
  }
  if (!response.ok) throw new Error(`The server has no token: ${await response.text()}`);
  const answer = await response.json();
  $("identity").textContent = answer.identity;
  expiresAt = answer.expires_at;
  showUntil();
  return answer.token;
}

async function connect() {
  const current = ++generation;
  device?.destroy();
  device = null;
  show("registration", "connecting", "connecting");
  if (!window.Twilio) {
    show("registration", "offline", "not connected");
    return showError(0, "The Voice SDK is missing: run `npm ci` in the folder of this example");
  }
  try {
    const token = await fetchToken();
    if (!token || current !== generation) return;
    device = new Twilio.Device(token, {
      codecPreferences: ["opus", "pcmu"],
      // With this, the SDK reports a wrong signature as 31202 and not as an unknown error.
      enableImprovedSignalingErrorPrecision: true,
      closeProtection: true,
    });
    device.on("registered", () => show("registration", "registered", "registered: others can call you"));
    device.on("unregistered", () => show("registration", "offline", "not connected"));
    device.on("registering", () => show("registration", "connecting", "connecting"));
    device.on("error", (error) => {
      showError(error.code, error.message);
      if (device?.state !== "registered") show("registration", "offline", "not connected");
    });
    device.on("incoming", incoming);
    device.on("tokenWillExpire", refresh);
    await device.register();
  } catch (error) {
    if (current !== generation) return;
    // The event `error` has already reported an error of the SDK.
    if (!error.code) showError(0, error.message);
    show("registration", "offline", "not connected");
  }
}

async function refresh() {
  try {
    const token = await fetchToken();
    if (token) device.updateToken(token);
  } catch (error) {
    showError(error.code, error.message);
  }
}

function follow(next) {
  call = next;
  $("place").hidden = true;
  $("hang-up").hidden = false;
  call.on("ringing", () => show("call", "ringing", "ringing"));
  call.on("accept", () => {
    $("ringing").hidden = true;
    show("call", "open", `in a call with ${other(call)}`);
  });
  call.on("error", (error) => showError(error.code, error.message));
  for (const end of ["disconnect", "cancel", "reject"]) call.on(end, ended);
}

function ended() {
  call = null;
  $("ringing").hidden = true;
  $("place").hidden = false;
  $("hang-up").hidden = true;
  show("call", "none", "no call");
}

function other(call) {
  const name = call.direction === "INCOMING" ? call.parameters.From : call.customParameters.get("To");
  return (name || "the app").replace(/^client:/, "");
}

function incoming(next) {
  follow(next);
  $("hang-up").hidden = true;
  $("caller").textContent = other(next);
  $("details").textContent = [...next.customParameters].map(([name, value]) => `${name}: ${value}`).join(", ");
  $("ringing").hidden = false;
  show("call", "ringing", `${other(next)} is calling`);
}

$("dial").addEventListener("submit", async (event) => {
  event.preventDefault();
  if (!device || call) return;
  clearError();
  const to = $("to").value.trim();
  show("call", "connecting", "connecting");
  try {
    follow(await device.connect({ params: to ? { To: to } : {} }));
  } catch (error) {
    showError(error.code, error.message);
    ended();
  }
});
$("hang-up").addEventListener("click", () => call?.disconnect());
$("accept").addEventListener("click", () => {
  $("hang-up").hidden = false;
  call?.accept();
});
$("reject").addEventListener("click", () => call?.reject());
$("dismiss").addEventListener("click", clearError);
for (const input of document.querySelectorAll("input[name=kind]")) {
  input.addEventListener("change", () => {
    clearError();
    connect();
  });
}

function signedIn(user) {
  $("user").textContent = user;
  $("sign-in").hidden = true;
  $("phone").hidden = $("sign-out").hidden = false;
  connect();
}

function signedOut() {
  generation++;
  device?.destroy();
  device = null;
  ended();
  $("sign-in").hidden = false;
  $("phone").hidden = $("sign-out").hidden = true;
}

async function signIn(user) {
  clearError();
  // The key in the link that the server printed.
  const key = location.hash.slice(1);
  const response = await fetch("session", { method: "POST", body: new URLSearchParams({ user, key }) });
  if (response.ok) signedIn(user);
  else showError(0, await response.text());
}

$("sign-out").addEventListener("click", async () => {
  await fetch("session", { method: "DELETE" });
  signedOut();
});

const { user, users } = await (await fetch("session")).json();
for (const name of users) {
  const button = document.createElement("button");
  button.textContent = name;
  button.addEventListener("click", () => signIn(name));
  $("users").append(button);
}
if (user) signedIn(user);

// For the browser tests, and for experiments in the console.
window.voiceApp = { get device() { return device; }, get call() { return call; } };
