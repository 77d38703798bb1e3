"""What a child process takes from itself before it touches bytes of strangers."""

import resource

MEMORY = 512 * 1024 * 1024
CPU_SECONDS = 20


def limit_this_process() -> None:
    """Let this process have 512 MiB and 20 seconds of a processor, and leave nothing behind."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a crash must not leave the data on disk
