"""A YAML file as text with the places of its nodes: an edit names nodes, and every byte outside of them stays.

The places are libyaml's marks. What an edit cannot splice (a list in brackets that would lose an entry, say) is a fault
that asks for a hand; what it would splice wrongly is caught by `change`, which loads the result.
"""

from typing import Any

import yaml

from claimledger.registry.parse import Fault, Faults
from claimledger.registry.write import Value, entry, flow, item

Node = Any  # yaml.Node: a value whose type depends on its kind, which the stubs leave open


class Splice:
    """The text of a file and the patches to it. The file has been parsed without faults before."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self.text = data.decode("utf-8")
        self.end = "\r\n" if "\r\n" in self.text else "\n"
        self._mark = 1 if self.text.startswith("\ufeff") else 0  # libyaml does not count a byte order mark
        self.top: Node = yaml.compose(self.text, Loader=yaml.CSafeLoader)
        self._patches: list[tuple[int, int, str]] = []

    def done(self) -> bytes:
        """The file with every patch."""
        parts, at = [], 0
        for start, end, new in sorted(self._patches, key=lambda patch: patch[:2]):  # at one place, in the order of the calls
            parts += [self.text[at:start], new]
            at = end
        return "".join([*parts, self.text[at:]]).encode()

    def find(self, mapping: Node, key: str) -> Node | None:
        """The value of a key, or None."""
        return next((value for name, value in mapping.value if name.value == key), None)

    def items(self, mapping: Node, key: str) -> list[Node]:
        """The items of the list at a key; none where there is no such key."""
        found = self.find(mapping, key)
        return list(found.value) if found is not None else []

    def replace(self, node: Node, value: str) -> None:
        """Put another string in the place of a scalar."""
        self._patches.append((self._start(node), self._end(node), flow(value)))

    def put(self, mapping: Node, key: str, value: Value, *, after: str, gap: bool = False) -> None:
        """Add a key to a mapping, behind another one; with `gap` behind a blank line."""
        behind = self._end(self.find(mapping, after))
        if mapping.flow_style:
            self._patches.append((behind, behind, f", {key}: {flow(value)}"))
        else:
            self._insert_lines(self._line_end(behind), [*([""] if gap else []), *entry(key, value, mapping.start_mark.column)])

    def extend(self, mapping: Node, key: str, values: list[Value], *, after: str, gap: bool = False) -> None:
        """Add items to the list at a key, which is added behind `after` where it is absent. `gap`: each in lines of its own."""
        found = self.find(mapping, key)
        if found is None:
            self.put(mapping, key, values, after=after, gap=gap)
        elif found.flow_style and found.value:
            behind = self._end(found.value[-1])
            self._patches.append((behind, behind, "".join(f", {flow(value)}" for value in values)))
        elif found.flow_style and (mapping.flow_style or not isinstance(values[0], dict)):
            self._patches.append((self._start(found), self._end(found), flow(values)))
        else:
            column, at = found.start_mark.column, self._end(found)
            if found.flow_style:  # an empty list in brackets
                self._patches.append((self._start(found), at, ""))
                column, gap_first, at = mapping.start_mark.column, False, self._line_end(at)
            else:
                gap_first, at = gap, self._after_comments(self._line_end(at), column)
            for index, value in enumerate(values):
                blank = [""] if gap and (index or gap_first) else []
                self._insert_lines(at, [*blank, *item(value, column, block=gap)])

    def remove(self, mapping: Node, key: str, index: int) -> None:
        """Remove an entry of a block list: its lines, the deeper comments below them, and the blank lines that follow."""
        found = self.find(mapping, key)
        assert found is not None
        node = found.value[index]
        dash = len(self.text[: self._start(node)].rstrip(" ")) - 1
        first = self.text.rfind("\n", 0, dash) + 1
        if found.flow_style or self.text[dash] != "-" or self.text[first:dash].strip(" "):
            line = node.start_mark.line + 1
            raise Faults([Fault(self.name, line, f"the entry does not stand on lines of its own under {key}; edit by hand")])
        if len(found.value) == 1:
            colon = self.text.index(":", self._end(next(name for name, _ in mapping.value if name.value == key)))
            self._patches.append((colon + 1, colon + 1, " []"))
        last = self._next_line(self._after_comments(self._line_end(self._end(node)), found.start_mark.column))
        while last < len(self.text) and not self.text[last : self._line_end(last)].strip():
            last = self._next_line(last)
        self._patches.append((first, last, ""))

    def _next_line(self, at: int) -> int:
        """Where the line behind that of `at` begins, or the end of the text."""
        return self.text.find("\n", at) + 1 or len(self.text)

    def _insert_lines(self, at: int, lines: list[str]) -> None:
        self._patches.append((at, at, "".join(self.end + line for line in lines)))

    def _start(self, node: Node) -> int:
        return int(node.start_mark.index) + self._mark

    def _end(self, node: Node) -> int:
        """The end of a node's last character; libyaml's end of a block lies before what comes next."""
        if not isinstance(node, yaml.ScalarNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self._end(last[1] if isinstance(last, tuple) else last)
        start, end = self._start(node), int(node.end_mark.index) + self._mark
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return end

    def _line_end(self, at: int) -> int:
        """The end of the line that `at` is in, before its line feed."""
        end = self.text.find("\n", at)
        end = len(self.text) if end < 0 else end
        return end - 1 if end > at and self.text[end - 1] == "\r" else end

    def _after_comments(self, at: int, column: int) -> int:
        """`at`, the end of a line, or the end of the comments below it that stand deeper than `column`."""
        while (feed := self.text.find("\n", at)) >= 0:
            end = self._line_end(feed + 1)
            line = self.text[feed + 1 : end]
            if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) <= column:
                break
            at = end
        return at
