"""Reads Prometheus' text format from standard input by the client library of the Prometheus project,
and says what `promtool check metrics` would: names, help and types. Exit status 1 when anything is wrong."""

import re
import sys

from prometheus_client.parser import text_string_to_metric_families

NO_BASE_UNIT = re.compile(r'_(milliseconds|ms|minutes|hours|kilobytes|kb|mb|percent)(_|$)')


def findings(text):
    if not text.endswith('\n'):
        yield 'the last line does not end'
    seen = set()
    for family in text_string_to_metric_families(text):
        name, kind = family.name, family.type
        if name in seen:
            yield f'{name} is there twice'
        seen.add(name)
        if not family.documentation:
            yield f'{name} has no help'
        if kind not in ('counter', 'gauge', 'histogram'):
            yield f'{name} is of no known type'
        if NO_BASE_UNIT.search(name):
            yield f'{name} is not in a base unit'
        if not name.startswith(('quorate_', 'process_')) and len(name) > 1:
            yield f'{name} is nobody\'s'
        # The library takes _total off a counter's name.
        if kind != 'counter' and name.endswith(('_total', '_count', '_sum', '_bucket')):
            yield f'{name} is named as another type'
        samples = [(sample.name, tuple(sorted(sample.labels.items()))) for sample in family.samples]
        if len(samples) != len(set(samples)):
            yield f'{name} has a sample twice'
        if kind == 'counter':
            for sample in family.samples:
                if not sample.name.endswith('_total') or sample.value < 0:
                    yield f'{sample.name} is no counter'
        if kind == 'histogram':
            buckets = [sample for sample in family.samples if sample.name == name + '_bucket']
            bounds = [float(sample.labels['le']) for sample in buckets]
            counts = [sample.value for sample in buckets]
            total = [sample.value for sample in family.samples if sample.name == name + '_count']
            if bounds != sorted(set(bounds)) or counts != sorted(counts):
                yield f'{name} has buckets out of order'
            if not bounds or bounds[-1] != float('inf') or total != counts[-1:]:
                yield f'{name} does not count all'


def main():
    found = list(findings(sys.stdin.read()))
    print('\n'.join(found))
    return 1 if found else 0


sys.exit(main())
