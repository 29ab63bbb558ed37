// The compiled module, as Workers import it from a `.wasm` file.
import { readFileSync } from "node:fs";

export default new WebAssembly.Module(readFileSync(new URL("twilio_bg.wasm", import.meta.url)));
