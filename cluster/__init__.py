"""Several servers behind the proxy, on real Postgres, Redis and RabbitMQ: what they bear, and what they carry.

    make test-cluster     faults: no message lost, none doubled (docs/faults.md)
    make reminders        reminders while servers are killed: none comes twice, none is lost (docs/faults.md)
    make attacks          a stranger attacks one server: others are answered, nothing is lost or shown (docs/faults.md)
    make capacity         throughput and response times (docs/capacity.md)

Everything runs as processes of its own on loopback ports, with its data in a temporary folder that is removed.
"""
