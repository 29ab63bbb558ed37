// A token endpoint as in Cloudflare Workers: a module that exports `fetch`.
import { initSync, Twilio } from "./twilio.js";
// In Workers: `import module from "./twilio_bg.wasm";`. Node.js needs a flag for that.
import module from "./module.mjs";

initSync({ module });

export default {
  async fetch(request, env) {
    const identity = new URL(request.url).searchParams.get("identity") ?? "";
    try {
      const token = new Twilio(env).access_token(identity);
      return Response.json({ identity, token });
    } catch (error) {
      return Response.json({ error: error.message }, { status: 400 });
    }
  },
};
