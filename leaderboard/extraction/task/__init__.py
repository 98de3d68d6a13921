"""What the system does when a number is measured: the task, from the words of the text or implied by the metric or the benchmark."""
