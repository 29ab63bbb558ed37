// The other side of each call: connections in a page of their own, which send a quiet tone.

const CODE = () => {
  const connections = [];
  const context = new AudioContext();
  const stream = context.createMediaStreamDestination().stream;

  function connection() {
    const pc = new RTCPeerConnection();
    for (const track of stream.getTracks()) pc.addTrack(track, stream);
    connections.push(pc);
    return pc;
  }

  // Twilio puts all candidates into the description, so this waits for them.
  async function described(pc, description) {
    await pc.setLocalDescription(description);
    while (pc.iceGatheringState !== "complete") {
      await new Promise((resolve) => pc.addEventListener("icegatheringstatechange", resolve, { once: true }));
    }
    return pc.localDescription.sdp;
  }

  window.peer = {
    async answer(sdp) {
      const pc = connection();
      await pc.setRemoteDescription({ type: "offer", sdp });
      return described(pc, await pc.createAnswer());
    },
    async offer() {
      const pc = connection();
      return { sdp: await described(pc, await pc.createOffer()), id: connections.length - 1 };
    },
    async accept(id, sdp) {
      await connections[id].setRemoteDescription({ type: "answer", sdp });
    },
  };
};

export async function startPeer(context, url) {
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(CODE);
  return {
    answer: (sdp) => page.evaluate((sdp) => window.peer.answer(sdp), sdp),
    offer: () => page.evaluate(() => window.peer.offer()),
    accept: (id, sdp) => page.evaluate(([id, sdp]) => window.peer.accept(id, sdp), [id, sdp]),
  };
}
