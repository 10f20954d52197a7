import BatchVideo
