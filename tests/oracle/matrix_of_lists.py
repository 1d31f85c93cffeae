"""Rows of rows: subscripts with two indices, equality, hashing, aliasing."""


class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        width = len(self.rows[0])
        if any(len(r) != width for r in self.rows):
            raise ValueError("rows of unlike length: " + ", ".join(str(len(r)) for r in self.rows))

    def __getitem__(self, at):
        i, j = at
        return self.rows[i][j]

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __hash__(self):
        return hash(tuple(tuple(r) for r in self.rows))

    def __len__(self):
        return len(self.rows)

    def transposed(self):
        return Matrix([[r[i] for r in self.rows] for i in range(len(self.rows[0]))])

    def times(self, other):
        columns = other.transposed().rows
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in columns] for r in self.rows])

    def __str__(self):
        return "\n".join(" ".join(f"{x:>4}" for x in r) for r in self.rows)


m = Matrix([[1, 2], [3, 4], [5, 6]])
print(m)
print(m.transposed())
print(m.times(m.transposed()))
print(m[1, 0], m[2, 1], m == Matrix([(1, 2), (3, 4), (5, 6)]), m == 3, m != m, len({m, Matrix([[1, 2], [3, 4], [5, 6]])}))
try:
    Matrix([[1], [2, 3]])
except ValueError as e:
    print(e)
try:
    m[5, 0]
except IndexError as e:
    print(e)
try:
    m[1]
except TypeError as e:
    print(e)
grid = [[0] * 3] * 2
grid[0][1] = 7
print(grid)
grid = [[0] * 3 for _ in range(2)]
grid[0][1] = 7
print(grid, [x for row in grid for x in row if x], {(i, j): i * j for i in range(2) for j in range(3)})
