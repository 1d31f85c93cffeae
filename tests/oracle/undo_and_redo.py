"""Commands that are kept to be undone, and forgotten when something else is done."""


class Document:
    def __init__(self, text=""):
        self.text = text
        self.undo_stack, self.redo_stack = [], []

    def do(self, command):
        self.undo_stack.append((command, command.apply(self)))
        self.redo_stack.clear()

    def undo(self):
        if not self.undo_stack:
            return False
        command, memory = self.undo_stack.pop()
        command.revert(self, memory)
        self.redo_stack.append(command)
        return True

    def redo(self):
        command = self.redo_stack.pop()
        self.undo_stack.append((command, command.apply(self)))


class Insert:
    def __init__(self, at, text):
        self.at = at
        self.text = text

    def apply(self, doc):
        doc.text = doc.text[:self.at] + self.text + doc.text[self.at:]
        return len(self.text)

    def revert(self, doc, size):
        doc.text = doc.text[:self.at] + doc.text[self.at + size:]

    def __del__(self):
        print("forget", repr(self.text))


class Replace(Insert):
    def apply(self, doc):
        old = doc.text
        doc.text = self.text
        return old

    def revert(self, doc, old):
        doc.text = old


d = Document("hello")
d.do(Insert(5, " world"))
d.do(Insert(0, ">> "))
print(d.text)
d.undo()
print(d.text)
d.redo()
d.undo(); d.undo()
print(d.text, d.undo(), len(d.redo_stack))
d.do(Replace(0, "new"))
print(d.text, len(d.undo_stack))
d.undo()
print(d.text)
d = None
