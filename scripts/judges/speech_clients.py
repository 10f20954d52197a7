"""Speaks to a double of a speech service with the service's own (or a widespread) client.

speech_clients.py openai-speech|openai-transcription|elevenlabs|edge URL, or: tokens TIME,...
Writes one JSON object of what the client made of the answers. Run with the packages of
scripts/speech.requirements.txt (scripts/setup puts them in .build/speech).
"""

import asyncio
import base64
import io
import json
import sys
import wave

KEY = "sk-test-key-1234"


def tone():
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16000)
        file.writeframes(bytes(64000))
    return out.getvalue()


def openai_client(url, key=KEY):
    from openai import OpenAI

    return OpenAI(base_url=url, api_key=key, max_retries=0)


def openai_speech(url):
    from openai import AuthenticationError, BadRequestError

    client = openai_client(url)
    result = {}
    for form in ("mp3", "wav"):
        answer = client.audio.speech.create(
            model="gpt-4o-mini-tts", voice="nana", input="good morning", response_format=form, speed=1.5
        )
        result[form] = answer.read()[:4].hex()
    try:
        client.audio.speech.create(model="m", voice="nana", input="x", speed=9)
    except BadRequestError as error:
        result["refused"] = error.param
    try:
        openai_client(url, "sk-other").audio.speech.create(model="m", voice="nana", input="x")
    except AuthenticationError as error:
        result["stranger"] = error.code
    return result


def openai_transcription(url):
    from openai import BadRequestError

    client = openai_client(url)
    full = client.audio.transcriptions.create(
        model="whisper-1", language="zh", response_format="verbose_json",
        timestamp_granularities=["word", "segment"], file=("sound.wav", tone(), "audio/wav"),
    )
    result = {
        "text": full.text, "duration": full.duration,
        "words": [[word.word, word.start, word.end] for word in full.words],
        "segments": [segment.text for segment in full.segments],
    }
    plain = client.audio.transcriptions.create(
        model="gpt-4o-transcribe", response_format="json", file=("sound.wav", tone(), "audio/wav")
    )
    result["plain"] = plain.text
    try:
        client.audio.transcriptions.create(
            model="gpt-4o-transcribe", response_format="verbose_json", file=("sound.wav", tone(), "audio/wav")
        )
    except BadRequestError as error:
        result["refused"] = error.param
    return result


def elevenlabs(url):
    from elevenlabs.client import ElevenLabs
    from elevenlabs.core import ApiError

    client = ElevenLabs(base_url=url, api_key=KEY)
    answer = client.text_to_speech.convert_with_timestamps(
        "nana", text="good morning", model_id="eleven_multilingual_v2", output_format="mp3_44100_128"
    )
    result = {
        "head": base64.b64decode(answer.audio_base_64)[:2].hex(),
        "characters": "".join(answer.alignment.characters),
        "last": answer.alignment.character_end_times_seconds[-1],
    }
    try:
        ElevenLabs(base_url=url, api_key="other").text_to_speech.convert_with_timestamps("nana", text="x")
    except ApiError as error:
        result["stranger"] = [error.status_code, error.body["detail"]["status"]]
    return result


def edge(url):
    import edge_tts
    from edge_tts import communicate, constants

    communicate.WSS_URL = f"{url}/edge/v1?TrustedClientToken={constants.TRUSTED_CLIENT_TOKEN}".replace("http:", "ws:")

    async def speak():
        sound, words = b"", []
        talk = edge_tts.Communicate(
            "Good & bad <morning>, all.", "zh-CN-liaoning-XiaobeiNeural", rate="+10%", boundary="WordBoundary"
        )
        async for part in talk.stream():
            if part["type"] == "audio":
                sound += part["data"]
            else:
                words.append([part["text"], part["offset"] // 10000, part["duration"] // 10000])
        return {"bytes": len(sound), "head": sound[:2].hex(), "words": words}

    return asyncio.run(speak())


def tokens(times):
    from edge_tts.drm import generate_sec_ms_gec_v2

    return {time: generate_sec_ms_gec_v2(float(time)) for time in times.split(",")}


if __name__ == "__main__":
    works = {
        "openai-speech": openai_speech, "openai-transcription": openai_transcription, "elevenlabs": elevenlabs,
        "edge": edge, "tokens": tokens,
    }
    print(json.dumps(works[sys.argv[1]](*sys.argv[2:])))
