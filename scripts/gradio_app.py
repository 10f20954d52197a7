"""A gradio server with LatentSync's function, to judge `Providers/Presenters/GradioServer.swift` by:

    pip install gradio && python3 scripts/gradio_app.py 7860
    BATCHVIDEO_GRADIO=http://127.0.0.1:7860 swift test --filter realGradio

It gives the video back as it came, and fails at 13 steps.
"""
import os
import shutil
import sys
import tempfile

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
import gradio as gr  # noqa: E402


def process_video(video, audio, guidance, steps, seed):
    if min(os.path.getsize(video), os.path.getsize(audio)) < 100:
        raise gr.Error("a file is empty")
    if steps == 13:
        raise gr.Error("no face was found")
    out = os.path.join(tempfile.mkdtemp(), "out put.mp4")
    shutil.copy(video, out)
    return out


with gr.Blocks() as demo:
    inputs = [gr.Video(), gr.Audio(type="filepath"), gr.Number(2), gr.Number(20), gr.Number(1)]
    output = gr.Video()
    gr.Button("go").click(process_video, inputs, output, api_name="process_video")

demo.launch(server_name="127.0.0.1", server_port=int(sys.argv[1]), quiet=True)
